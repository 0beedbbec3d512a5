/**
 * Names of people for the labelled set. Written down for these tests from general knowledge of who lives in Britain,
 * without looking at any list that the redactor reads; how many of them it knows is printed with the figures.
 * No pair is meant to be a real person.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const GIVEN_NAMES = words(`
  Abena Adebayo Aileen Ailsa Aisha Alasdair Amara Anand Andrzej Angharad Anjali Anwen Aoife Arjun Arwel Asif
  Ayesha Babajide Barry Beatrix Bethan Bhavna Blessing Bronwen Callum Carys Catherine Chidi Chinwe Ciaran
  Claire Clodagh Colin Craig Danuta Darren Dawn Deborah Declan Delroy Denise Derek Dilys Divya Doreen
  Eilidh Eirlys Elspeth Emeka Emyr Enid Ewa Fatima Femi Fergus Fiona Folasade Gareth Gavin Geraint Gillian
  Glenys Gordon Graham Gurpreet Gwyneth Hamza Harjit Heather Hilary Howard Huw Iain Ifeoma Imran Iqbal
  Irfan Iwan Jagdeep Janice Jaroslaw Jasvinder Jean Jeffrey Jennifer Joanne Judith Julie Kamila Karen
  Karthik Keith Kenneth Khadija Kirsty Kofi Krzysztof Kwame Lakshmi Leighton Lesley Linda Llinos Lorraine
  Lynne Magdalena Mairead Malcolm Malgorzata Marjorie Maureen Meera Mehmet Meinir Moira Morag Mohammed
  Muhammad Nadia Narinder Nasreen Nerys Neville Ngozi Niamh Nicola Nigel Nimesh Norma Obinna Olufemi
  Oluwaseun Pamela Parveen Patricia Paulette Pavel Peter Philippa Piotr Pooja Prakash Priya Rajesh
  Rebecca Rhiannon Rhodri Richard Roisin Ronald Rosalind Roy Rupinder Ruth Sadia Samina Sandeep Sandra
  Sarah Seamus Shabana Shanice Sharon Sheila Shirley Shreya Simon Sinead Siobhan Sioned Stanislaw Stephen
  Stuart Sunita Susan Sushila Tamsin Tariq Tejal Temitope Terence Thandiwe Tomasz Trevor Ursula Usman
  Valerie Vera Vikram Vivienne Wendy Winifred Winston Yasmin Yetunde Yusuf Zainab Zofia Zsofia
  Ade Aderonke Ahmed Aled Alistair Amina Aneurin Anita Anthea Ashok Asma Audrey Barbara Bartosz Beryl Bilal Brendan Bridget
  Bukola Caitlin Carmel Ceri Charlotte Chukwuma Clive Dafydd Daljit Damian Deepa Delyth Desmond Dinesh Dominika Eamonn Edith
  Efua Elaine Eleri Esther Eunice Farah Faisal Gaynor Gethin Ghulam Glyn Godfrey Grzegorz Gwen Hafsa Hassan Hefin Hettie Hugh
  Idris Ikechukwu Ingrid Isla Jacek Jagjit Jamila Jerzy Joan Jonathan Joyce Kayleigh Keeley Kelechi Kerstin Kwabena Leanne Leszek
  Lindiwe Lowri Lucja Mahendra Manjit Marek Marlene Mavis Melanie Menna Milena Modupe Mohan Moses Mustafa Myfanwy Nasir Natasha
  Nkechi Noreen Oksana Olwen Padma Parminder Phyllis Raheel Ravi Rita Rosemary Roshni Sabrina Saffron Samantha Sanjay Shaun Shazia
  Sian Tadeusz Tanisha Tegwen Thelma Tudor Uzma Venkatesh Verity Wayne Wioletta Zahra
`)

export const SURNAMES = words(`
  Abernethy Adeyemi Agarwal Agyeman Ahmed Ainsworth Akhtar Akinola Alderson Alderton Allott Anstruther
  Appleyard Armitage Arkwright Asante Ashworth Atkinson Aziz Babatunde Bainbridge Balogun Bamford Banerjee
  Barraclough Beaumont Begum Bevan Bhatt Bickerstaff Blenkinsop Boateng Bogdanowicz Bottomley Braithwaite
  Brathwaite Broadbent Bryant Buchanan Burgess Butterworth Cadwallader Campbell Capstick Carmichael
  Cartwright Chakraborty Chaudhry Chukwu Clegg Clitheroe Cockburn Colquhoun Cooper Crabtree Crowther
  Cunliffe Cunningham Dabrowski Dalgleish Dalton Danso Darbyshire Davies Dearden Delaney Desai Dewhurst
  Dhillon Diggory Dixon Doherty Donnelly Drinkwater Dunphy Duxbury Earnshaw Eccleston Edmondson Edwards
  Ellwood Entwistle Evans Eze Fairclough Farquharson Farrington Fazakerley Featherstone Fernandes
  Fitzgerald Fothergill Gallagher Garside Ghosh Gilchrist Gillespie Goddard Goodfellow Gorecki Greenhalgh
  Griffiths Grimshaw Grundy Gunawardena Gupta Hargreaves Harrington Haworth Heathcote Hebblethwaite
  Hepworth Hesketh Higginbotham Hodgkinson Holdsworth Hollingworth Holroyd Hughes Hussain Ibekwe Ibrahim
  Iyer Jagger James Jankowski Jenkinson Jones Kaminski Kaur Kavanagh Kellaway Khan Kilbride Kowalczyk
  Kulkarni Lancaster Laverty Lewandowski Lightfoot Llewellyn Longbottom Lomax Macdonald Mackenzie Mahmood
  Malhotra McAllister McCafferty McGillivray McIlroy McLaughlin Mensah Metcalfe Mistry Morgan Mukherjee
  Murgatroyd Musgrave Myerscough Nadar Naylor Ndlovu Nkemelu Nowak Nuttall O'Brien O'Connor O'Donoghue
  Obi Oddie Odusanya Ogden Okafor Okonkwo Oldroyd Olusoga Onyango Ormerod Osei Ostrowski Owusu Oyelaran
  Pandya Parekh Parkinson Patel Pemberton Penhaligon Pettigrew Pickersgill Pickup Pilkington Polkinghorne
  Postlethwaite Prendergast Priestley Pritchard Prosser Qureshi Rafferty Raistrick Ramsbottom Rashid Ratcliffe
  Rawsthorne Reddy Rees Rehman Riley Robertshaw Robinson Rowbotham Rutherford Sagar Sandhu Satterthwaite
  Schofield Scholes Shackleton Shah Sharma Shufflebottom Siddiqui Sidebottom Sidhu Singh Skelhorn
  Smethurst Sokolowski Solanki Spedding Standish Stanhope Stansfield Strickland Sugden Sutcliffe
  Swindlehurst Szymanski Tattersall Thistlethwaite Thompson Threlfall Thwaite Tonge Trelawney Tremayne
  Trivedi Tunnicliffe Unsworth Uttley Vaughan Venkataraman Verma Wadsworth Wainwright Walmsley Waweru
  Weatherill Whalley Whittaker Widdowson Wigglesworth Wilkinson Williams Winstanley Wisniewski Wojcik
  Wolstenholme Woodhouse Worsnop Wrigley Yaqoob Yeboah Zielinski
  Abara Acheampong Ackroyd Adekunle Allardyce Amankwah Aspinall Attwood Awofeso Bagshaw Balasubramanian Bancroft Barnard Bhattacharya
  Birtwistle Blackshaw Boothroyd Bracegirdle Brocklehurst Burgoyne Calderbank Chadwick Chandrasekhar Chikezie Chowdhury Clutterbuck
  Coggins Coulthard Craddock Culshaw Czarnecki Dewar Dlamini Dobson Draycott Dunwoody Emsley Fagbemi Farooqi Fawcett Forsyth Gadsby
  Gopalan Greenwood Gunn Haldane Hardcastle Heseltine Hinchcliffe Hornby Igwe Ingham Jaworski Jessop Jolliffe Kapoor Kershaw Khatun
  Kirkbride Krawczyk Lister Lumley Lythgoe MacGregor Maddox Majumdar McKinnon McNamara Micklethwait Moyo Mwangi Nasir Nightingale
  Nwosu O'Shea Ofori Olaniyan Openshaw Oyelowo Pawlak Peacock Pendlebury Pickles Quayle Ramachandran Ravenscroft Rowntree Sawicki
  Scargill Shuttleworth Sikorski Simcock Snodgrass Sowerby Subramaniam Swarbrick Tetteh Threlkeld Tordoff Townend Uzoma Venables
  Wadia Wagstaff Whitehead Wolfenden Wozniak Wroe Yarwood Zubair
`)

/** Names that are ordinary words, or places, too. */
export const GIVEN_NAMES_THAT_ARE_WORDS = words(
  'Grace Hope May Mark Rose Joy Bill Will Faith Frank Dale Heather Ivy Jack Pat Sue Rob Dean Grant Penny',
)
export const SURNAMES_THAT_ARE_WORDS = words(
  'Green Brown Wood Hill Field Park Cook Baker Price Banks Best Bell Bush Day Fox Frost Hall Hunt King Lane Long Marsh Moon Moss Nunn Page Pope Reed Reading Rose Sharp Short Snow Stone Street Swift Waters Wells White Young Bath Church',
)
