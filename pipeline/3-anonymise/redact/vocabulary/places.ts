/**
 * Places that are named in British consultations without giving anybody away: nations, countries, regions, counties,
 * and towns of some size. On this list a word is no sign of a person. Whether a place gives a respondent away
 * is another question, which the consultation's own frame answers.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const PLACES: ReadonlySet<string> = new Set(
  words(`
  africa america american asia australia australian austria belgium brazil britain british canada canadian china
  chinese cyprus denmark dutch england english europe european finland france french germany german ghana greece
  greek hungary india indian iran iraq ireland irish israel italy italian jamaica japan japanese kenya korea latvia
  lithuania malta netherlands nigeria norway norwegian pakistan pakistani palestine poland polish portugal portuguese
  romania romanian russia russian scotland scottish somalia spain spanish sudan sweden swedish switzerland swiss syria
  syrian turkey turkish uganda ukraine ukrainian usa wales welsh zealand zimbabwe bangladesh bangladeshi caribbean
  anglia avon bedfordshire berkshire borders bristol buckinghamshire cambridgeshire cheshire cleveland clwyd
  cornwall cornish cumbria cumberland derbyshire devon dorset durham dyfed essex fife gloucestershire grampian gwent
  gwynedd hampshire herefordshire hertfordshire highland highlands humber humberside huntingdonshire kent lancashire
  leicestershire lincolnshire lothian merseyside midlands middlesex norfolk northamptonshire northumberland
  northumbria nottinghamshire oxfordshire pembrokeshire powys rutland shropshire somerset staffordshire strathclyde
  suffolk surrey sussex tayside teesside thames tyne tyneside ulster warwickshire wearside westmorland wiltshire
  worcestershire yorkshire anglesey arran skye jersey guernsey mersey severn trent wight
  aberdeen aberystwyth accrington aldershot altrincham andover ashford aylesbury ayr banbury bangor barking barnet
  barnsley barnstaple barrow basildon basingstoke batley bedford belfast berwick bexley bideford birkenhead
  birmingham blackburn blackpool blyth bodmin bognor bolton bootle boston bournemouth bracknell bradford braintree
  brent brentford brentwood brighton bromley burnley burton bury caerphilly camberley cambridge camden canterbury
  cardiff carlisle carmarthen castleford chatham chelmsford cheltenham chester chesterfield chichester chippenham
  chorley clacton cleethorpes colchester colwyn corby coventry crawley crewe croydon cwmbran darlington dartford
  daventry derby derry dewsbury doncaster dorchester dover dudley dumfries dundee dunfermline durham ealing eastbourne
  eastleigh edinburgh ellesmere enfield epsom exeter exmouth falkirk falmouth fareham farnborough farnham folkestone
  gateshead gillingham glasgow gloucester gosport grantham gravesend greenock greenwich grimsby guildford hackney
  halifax hammersmith haringey harlow harrogate harrow hartlepool harwich hastings havant haverhill hemel
  hereford hertford hillingdon hinckley hounslow huddersfield hull huntingdon inverness ipswich islington keighley
  kensington kettering kidderminster kilmarnock kingston kirkcaldy knowsley lambeth lancaster leamington leeds
  leicester leigh lewes lewisham lichfield lincoln lisburn liverpool livingston llandudno llanelli london
  londonderry loughborough lowestoft luton macclesfield maidenhead maidstone manchester mansfield margate matlock
  merthyr merton middlesbrough morecambe morpeth motherwell neath newbury newcastle newham newmarket newport newquay
  newry northallerton northampton norwich nottingham nuneaton oldham oxford paisley penrith penzance perth
  peterborough plymouth pontefract pontypridd poole portsmouth preston ramsgate rawtenstall redbridge redcar redditch
  redhill redruth reigate rhyl richmond rochdale rochester romford rotherham rugby runcorn salford salisbury
  sandwell scarborough scunthorpe sefton selby sevenoaks sheffield shrewsbury sittingbourne skegness skelmersdale
  skipton slough solihull southampton southend southport southwark stafford staines stamford stevenage stirling
  stockport stockton stoke stourbridge stratford stroud sunderland sutton swansea swindon tamworth taunton telford
  thanet tilbury tiverton tonbridge torbay torquay totnes tottenham trafford trowbridge truro tunbridge wakefield
  wallasey wallsend walsall waltham wandsworth warrington warwick watford wembley westminster weston weymouth whitby
  whitehaven widnes wigan winchester windsor wirral wisbech woking wokingham wolverhampton woolwich worcester
  workington worksop worthing wrexham wycombe yeovil york bath reading
  amsterdam athens barcelona beijing berlin boston brussels chicago copenhagen delhi dublin florence geneva hamburg
  istanbul lisbon madrid milan moscow mumbai munich oslo paris prague rome stockholm sydney toronto venice vienna
  warsaw washington york zurich`),
)
