/**
 * A second set of names and sentences for personal names, written after the rules were done: no rule was mended by what it
 * misses here. The figures that are published are of these.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const HELD_OUT_GIVEN = words(`
  Abdul Abigail Adaeze Agnieszka Aidan Alun Amandeep Amelia Anselm Arabella Arif Aroon Arthur Baljit Benedict Betty Bogdan Bronagh
  Bryony Camille Cedric Chantelle Chloe Cillian Connor Cordelia Cosmin Cyril Daisuke Davina Demetrius Diarmuid Donal Edmund Eira
  Elin Ellen Emmanuel Esi Ewan Fahad Felicity Finlay Florin Frances Gabriela Geoffrey Gillespie Ginika Gloria Gráinne Habib Haroon
  Harriet Heledd Hyacinth Ibrahim Ifor Imogen Ioana Isobel Ivor Jahanara Jeremy Jessica Jibril Jocelyn Julian Kamal Kathleen
  Katarzyna Kehinde Kieran Kulwinder Kyle Latoya Leonard Lilian Lionel Lucinda Maciej Mandy Marguerite Marian Mariam Maxwell Mihai
  Miriam Monika Mukesh Nadine Naveed Nathaniel Nuala Oliver Onyeka Oscar Owain Patrick Petronella Prudence Quentin Rachael Rahul
  Ranjit Rashida Reginald Rosalyn Rukhsana Sakina Seren Shabnam Sidney Sunil Sylvia Taiwo Tobias Una Vincent Wilfred Yvonne Zoltan
`)
export const HELD_OUT_SURNAMES = words(`
  Abbott Achebe Adebisi Ahluwalia Akande Allsopp Amin Ansari Anyanwu Applegarth Ashcroft Asghar Babalola Balcombe Barrowclough
  Bassi Beckwith Bielecki Blakemore Bonsu Borthwick Bradshaw Bulmer Carruthers Chaudhuri Clayton Cordingley Cowgill Crosland Cullen
  Dabiri Dalrymple Daniels Deacon Diallo Dinsdale Dobrowolski Drummond Dyson Edgecombe Ekwueme Elphick Fairhurst Fenwick Ferreira
  Fielding Fordham Gajewski Galloway Garbutt Gathercole Gomes Goodall Greaves Hallworth Hameed Hanrahan Haslam Hathaway Heaton
  Heppenstall Hibbert Holcroft Horsfall Iqbal Isherwood Jadeja Jarvis Kamara Kenworthy Kilner Knaresborough Kuznetsov Leadbetter Lightbown Lovelace
  Lowenstein Malik Marczak Mbatha McCorquodale McDade Millward Mohamud Mottershead Naidoo Naughton Nethercott Novak O'Malley Oakeshott
  Oduya Okeke Ollerenshaw Padgett Pattinson Peverell Popescu Puddephatt Quarshie Rahimi Ravindran Rigby Roebuck Saleem Sanderson
  Seddon Shenoy Sivakumar Slater Stirrup Tandoh Thackray Tomlinson Urbanski Uddin Vickers Wakelin Wardle Wetherby Whitworth Wickramasinghe
  Winterbottom Woolley Wyatt Zaman Zawadzki
`)
export const HELD_OUT_SENTENCES = [
  'This would never have happened under {full}.',
  'I raised it with {full} in the spring and again in the autumn.',
  'Why was {full} not invited?',
  'It is {given} who holds the place together.',
  'The report, written by {full} and paid for by us, says nothing.',
  'According to {titled}, there is no money.',
  'You should talk to {given}, she runs the food bank.',
  '{full} lives opposite the site and agrees.',
  'Please pass my thanks to {titled} and the staff.',
  'We are lucky to have {given}, and {given2} before her.',
  'she said {lower} would ring back but no',
  'Objection submitted by {initial}.',
  'With best wishes,\n{full}',
  '{surname} and his cronies should go.',
  'The headteacher, {titled}, left in July.',
  'Chaired by {full}, the panel met twice.',
  'My name is {lower}, I am 74.',
  'Perhaps {full} could explain the figures?',
  'Well done {given}!',
  'Residents like {full} have been ignored for years.',
] as const
