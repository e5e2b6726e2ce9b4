#!/usr/bin/env python3
"""Compiles Data/places.tsv: the cities, residences, meeting places and regions that the reader knows.

    python3 Tools/compile_places.py PATH/TO/lexicon-sources [OUTPUT]

Cities come from geonames/cities15000.json and geonames/countries.json (GeoNames, CC BY 4.0). Which cities,
under which name, with which other spellings, and every residence, venue and region is decided by the tables
in this file. The same sources give the same table, byte for byte.
"""

import collections
import json
import pathlib
import re
import sys
import unicodedata

# ---------------------------------------------------------------------------------------------------------
# Names

LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "′": "'", "–": "-"})


def fold(text):
    """The name in plain Latin letters, as English-language news writes it."""
    parts = unicodedata.normalize("NFD", text.translate(LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def rows(table):
    """The lines of an embedded table, split at semicolons; empty lines and comments are left out."""
    for line in table.strip().splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split(";")]


# A city of GeoNames enters the table from this many people on; below, only where KEEP names it.
DEFAULT_THRESHOLD = 120_000
THRESHOLDS = {
    **dict.fromkeys("CN".split(), 250_000),
    **dict.fromkeys("IN BR MX PH ID VN NG AO MY BD".split(), 250_000),
    **dict.fromkeys("US JP PK TH CD EG VE CO TR ZA PE AR KR".split(), 170_000),
    **dict.fromkeys("DE FR IT ES GB PL NL BE CA AU SE NO DK FI RO BG GR HU CZ SK PT AT CH IE".split(), 85_000),
    **dict.fromkeys("UA RU BY KZ UZ KG TJ TM GE AM AZ MD MN KP".split(), 65_000),
    **dict.fromkeys("RS HR BA ME MK AL XK SI EE LV LT CY MT LU IS".split(), 40_000),
    **dict.fromkeys("IL PS SY LB JO IQ IR YE SA AE OM QA KW BH LY AF".split(), 80_000),
    **dict.fromkeys("SD SS SO ET ER DJ ML NE BF TD CF MR SN GN SL LR TG BJ GH CI CM GA CG RW BI UG ZM ZW MW MZ "
                    "MG NA BW LS SZ".split(), 80_000),
    **dict.fromkeys("HT CU DO JM GT HN SV NI CR PA BO PY UY EC CL".split(), 90_000),
    **dict.fromkeys("HK SG PR RE GP MQ YT TW".split(), 250_000),
}

# Quarters of cities and administrative names, not cities.
NOT_A_CITY = re.compile(
    r"^(Sector \d|Paris \d|Quan |Thi Tran |Thanh Pho |Bukit |Kampung |Kampong |Taman |Bandar (?!Seri|Abbas|Lamp)|Mukim |"
    r"Jardim |Cidade |Delegacion|Hamburg-|Rayon |Verhunskyi|New South|West Raleigh|East New York|Paris |Lyon \d|Marseille \d|"
    r"City of |Stadtbezirk|Mueang |Bang |Sungai |Batu )|"
    r"( New Town| District| Qu| County| Model Thana| Estate| Province| Heights| Cantonment| Cantt| Junction|"
    r" Manor| Township|Chengguanzhen|, Sichuan| \(borough\))$")

# Quarters and suburbs by name: the country, then their names.
QUARTERS = """
AE; Dayrah; Musaffah; Jebel Ali; Business Bay; Dubai Investments Park
AO; Mulenvos; Viana; Kikolo; Maianga; Camama; Golfe; Calumbo; Talatona; Nova Vida; Kima Kieza; Cazenga; Samba; Ramiros; Vila Flor; Navegantes; Kilamba; Zango; Benfica; Rangel; Sambizanga
AM; Malatia-Sebastia
AR; Balvanera; Merlo; San Miguel
AT; Favoriten; Donaustadt; Floridsdorf; Ottakring; Simmering; Meidling; Dobling; Hernals; Penzing; Liesing; Hietzing; Landstrasse; Leopoldstadt; Brigittenau
BD; Pallabi; Mohammadpur; Kafrul; Bhatara; Paltan; Motijheel; Savar; Tungi
BR; Grajau; Sapopemba; Sacoma; Brasilandia; Campo Limpo; Samambaia; Jabaquara; Itaquera; Itaim Paulista; Plano Piloto; Taguatinga; Planaltina; Pirituba; Vila Andrade; Pedreira; Parelheiros; Capao Redondo; Ceilandia; Serra; Franca; Paulista; Americana; Colombo; Santa Maria; Alvorada; Santos; Salvador
CN; Nada; Xiuying; Suicheng; Tantou; Lianshan; Nianbo; Nanqiao; Daye; Puxi; Pudong; Bao'an; Minhang; Songjiang; Jiading; Baoshan; Qingpu; Putuo; Yangpu; Xuhui; Jing'an; Zhabei; Changning; Hongkou; Huangpu; Jinshan; Chongming; Tanggu; Banan; Chengzhong; Beibei; Fendou; Changzheng; Guli; Guankou; Longshan; Longgang; Dongling; Hangu; Daliang; Shiqi; Shijie; Gucun; Qibao; Yanghang; Longfeng; Pengpu; Chenghua; Boshan; Tanzhou; Heshan; Liupanshui Shi
CO; Kennedy; Bello; Pereira; Soledad; Armenia; Florencia
CU; Almendares; Diez de Octubre; Arroyo Naranjo; Mantilla; Boyeros; Centro Habana; San Miguel del Padron; Ciudad Camilo Cienfuegos; Fontanar
DE; Wandsbek; Marienthal; Eimsbuttel; Altona; Neue Neustadt; Harburg; Neukolln; Kreuzberg; Spandau; Lichtenberg; Pankow; Schoneberg; Prenzlauer Berg; Wedding; Mitte; Friedrichshain; Charlottenburg; Tempelhof; Steglitz; Wilmersdorf; Moabit; Barmbek-Nord; Rahlstedt; Winterhude; Billstedt; Hagen; Neustadt; Nippes; Marzahn; Hellersdorf; Zehlendorf; Reinickendorf; Kopenick; Treptow; Bergedorf; Porz; Ehrenfeld; Kalk; Mulheim; Buer; Gesundbrunnen; Friedrichsfelde; Bad Cannstatt
DZ; Bab Ezzouar; Saida
EG; Madinat an Nasr; Al Khusus; Hada'iq al Qubbah; Al Qahirah al Jadidah; Halwan
ES; Lugo; Eixample; Latina; Carabanchel; Puente de Vallecas; Fuencarral; Sant Marti; Ciudad Lineal; Fuencarral-El Pardo; Sants-Montjuic; Horta-Guinardo; Nou Barris; Hortaleza; San Blas-Canillejas; Tetuan de las Victorias; Tetuan; Gracia; Usera; Arganzuela; Salamanca; Chamberi; Chamartin; Retiro; Moratalaz; Ciutat Vella; Les Corts; Villaverde; Moncloa-Aravaca; Villa de Vallecas; San Blas; City Center; Sarria-Sant Gervasi; Sant Andreu; Carmel; Pinar de Chamartin; Sagrada Familia; Eixample Dreta; Rekalde; Almagro; La Dreta de l'Eixample; Natahoyo
SY; al-Yarmuk; Al Yarmuk
FI; East Helsinki
FR; Marne La Vallee; Cergy-Pontoise; Nancy; Tours; Angers; Orange; Saint-Denis; Drancy; Clichy; Massy; Martigues
GB; Bolton; Darlington; Dudley; Mansfield; Winchester; Norton; Carlisle; Brent; Camden Town; Kentish Town; Canning Town; Islington; Barking; Archway; Bexley; Sutton; Reading; Preston; Derby; Newport; Slough; Poole; York; Ilford; Enfield Town; Bath; Lincoln; Bury; Sale; Crosby; Rugby; Worthing; Hove; Battersea; Hackney; Harrow; Hayes; Wells; Eltham; Hastings; Woking; Crawley; Hendon; Stafford; Lancaster; Chester; Washington; Grays; Basildon; Morley; Lewisham; Camberwell; Bromley; Sheffield Hallam; Burton; Ealing; Fulham; Streatham; Tottenham; Wembley; Wood Green; Camden Town; Chelsea; Mayfair; Bethnal Green; Walthamstow; Stratford; Becontree; Edmonton; Wimbledon; Clapham; Brixton; Kensington; Hammersmith; Hampstead; Tower Hamlets; Isle of Dogs; Hounslow; Southall; Twickenham; Catford; Peckham; Deptford; Bermondsey; Holloway; Richmond; Norwood; Stretford; Sutton Coldfield; Halesowen; Royal Leamington Spa; Kidderminster; Nelson; Boston; Perth; Hamilton; Paisley; Livingston; Eccles; Solihull; Barry; Clinton; Halifax; Rochester; Margate; Folkestone; Bentley; Kingswood; Long Eaton; Stanley; Gosport; Christchurch; Ashford; Ellesmere Port; Royal Tunbridge Wells; Corby; Welwyn Garden City
GH; Atsiaman; Ashaiman
GN; Camayenne; Maneah
GR; Kallithea; Peristeri; Nikaia; Ilion; Zografos; Kifisia; Chaidari; Marousi; Galatsi; Vyronas; Keratsini; Irakleio; Palaio Faliro; Agia Paraskevi; Chalandri; Nea Smyrni; Ilioupoli; Argyroupoli; Glyfada; Acharnes; Aigaleo
HK; New Territories; Kowloon; Hong Kong Island; Victoria
HU; Pest; Buda; Kispest; Zuglo; Ujpest; Erzsebetvaros; Jozsefvaros; Obuda
IE; South Dublin; Tallaght; Lucan; Swords; Finglas; Blanchardstown
IL; West Jerusalem
IN; Rasapudipalem; Najafgarh; Shivaji Nagar; Rohini; Kanayannur; Narela; Dharavi; Jajmau; Borivli; Karol Bagh; Kukatpally; Kallakurichi; Nowrangapur; Teni; Salem; Loni; Bali; Mau; Pali; Chanda; Guna; Banda; Anand; Mango; Hassan; Puri; Moga; Kulti; Punasa; Pimpri; Rampur; Rewa; Mulugu; Kirari Sulemannagar
IQ; Al Mawsil al Jadidah; Al Basrah al Qadimah; Al Madinah; Sumayl
IR; Qods; Golestan; Sari; Nasim Shahr; Nasimshahr; Khuy
IT; Quarto Oggiaro; Sesto San Giovanni; Ostia; Lido di Ostia; Prati; Cosenza Vecchia; Latina; Fano; Massa; Rho; Cava; Monza e Brianza; Acilia-Castel Fusano-Ostia Antica; Scampia; Mestre; Bacoli; Vittoria; Trapani Centro; Lecco Maggianico
JM; New Kingston
JO; Hayy Khilda; Khuraybat as Suq; Wadi as Sir
JP; Setagaya; Ota; Aihara; Edogawe; Adachi; Honcho; Suginami; Itabashi; Koto; Katsushika; Shinagawa; Minato; Shinjuku; Nakano; Kita; Toshima; Meguro; Sumida; Bunkyo; Shibuya; Arakawa; Taito; Minato City; Chuo; Toyota; Hitachi; Izumi; Noda; Ueda; Fuji; Matsumoto; Yao; Tsu; Soka; Saga; Kure; Ube; Uji; Hino; Akashi; Sakura; Oyama; Iwata; Sayama; Yamato; Nishio; Itami; Ageo; Machida; Kakogawacho-honmachi; Kamirenjaku; Minamirinkan; Kukichuo; Katsuta; Izumo; Kariya; Ibaraki; Fuchu; Yamagata; Kochi; Tochigi; Anjo; Otsu
KE; Karuri; Kikuyu; Matuga; Mwala; Lang'ata; Jomvu; Juja
KR; Hanam; Osan; Gijang; Masan
KP; Man'gyongdae-ri; Changam-ch'on; Paech'on-up; Sinp'o; Songnim-ni; Tokch'on
KZ; Oral
LB; Ra's Bayrut
LY; Az Zawiyah; Janzur
MA; Sale; Sale Al Jadida; Dar Bouazza; Fes al Bali; Safi
MX; Iztapalapa; Gustavo Adolfo Madero; Alvaro Obregon; Guadalupe; Tlalpan; Cuauhtemoc; Xochimilco; Venustiano Carranza; Azcapotzalco; Benito Juarez; Xico; Iztacalco; Miguel Hidalgo; Nicolas Romero; Magdalena Contreras; Colonia del Valle; Buenavista; La Paz; Cordoba; Salamanca; Santa Catarina; Tonala; Coyoacan; Ciudad Benito Juarez; Ciudad Lopez Mateos; Ojo de Agua
MY; Kampung Baru Subang; Pelentong; Kota Kuala Muda; Selayang Baru Utara; Setapak; Puchong; Kapar
NG; Agege; Ajegunle; Lekki; Obalende; Ikeja; Akowonjo; Alimosho; Mushin; Surulere; Oshodi; Shomolu; Ota; Saki; Ede; Iwo; Owo; Minna; Ondo
NL; Almere Stad
PE; Santiago de Surco; Miraflores; Santa Anita - Los Ficus; Ica; San Isidro; Trujillo Centro
PH; Budta; Malingao; Mansilingan; San Pedro; San Pablo; Commonwealth; Libertad; Santol; Mantampay; Toledo; Concepcion; Mandaluyong City; Iligan City; Valenzuela; Bagong Silang; San Fernando; Santa Rosa; Naga
PK; Arifwala; Arif Wala; Hub; Dadu; Hyderabad City
PL; Mokotow; Praga Poludnie; Ursynow; Wola; Bielany; Targowek; Bemowo; Ochota; Zoliborz; Srodmiescie; Fordon; Wawer; Bialoleka; Czuby; Nowa Huta
RU; Kalininskiy; Krasnogvargeisky; Mar'ino; Vykhino-Zhulebino; Centralniy; Vasyl'evsky Ostrov; Severnyy; Yasenevo; Lyublino; Bibirevo; Khoroshevo-Mnevniki; Gol'yanovo; Admiralteisky; Strogino; Zhulebino; Engels; Vladimir; Zyuzino; Otradnoye; Nagornyy; Izmaylovo; Tekstil'shchiki; Kuz'minki; Novogireyevo; Orekhovo-Borisovo; Orekhovo-Borisovo Severnoye; Chertanovo Yuzhnoye; Tushino; Vostochnoe Degunino; Bogorodskoye; Altuf'yevskiy; Novovladykino; Cheremushki; Sokol; Presnenskiy; Kapotnya; Akademicheskoe; Petrogradka; Kupchino; Obukhovo; Rybatskoye; Metrogorodok; Sviblovo; Perovo; Kolomyagi; Ozerki; Parnas; Krasnyy; Dachnoye; Tsentralniy; Mikhaylovka; Kalininsky; Kirovskiy; Frunzenskiy; Oktyabr'skiy; Leninskiy; Centralny; Novaya Balakhna; Kol'tsovo
SA; Sultanah
SD; Kosti; Singa
SG; Woodlands; Jurong West; Punggol; Jurong Town
SN; Pikine; Thies Nones; Rufisque est
SO; Marka; El Dibir
TH; Watthana; Sai Mai; Latkrabang; Lat Krabang; Chatuchak; Ban Khlong Prawet; Khlong Sam Wa; Pak Kret; Nong Chok; Chom Thong
TM; Mary
TR; Esenyurt; Cankaya; Kucukcekmece; Bagcilar; Bahcelievler; Umraniye; Nilufer; Van; Uskudar; Esenler; Sancaktepe; Karabaglar; Batman; Muratpasa; Sultangazi; Maltepe; Beylikduzu; Atasehir; Sultanbeyli; Fatih; Karsiyaka; Konak; Sisli; Batikent; Zeytinburnu; Merkezefendi; Cigli; Arnavutkoy; Basaksehir; Golbasi; Buyukcekmece; Karaman; Aydin; Ordu; Eregli
UA; Kyivskyi; Saltivka; Desna; Dniprovskyi; Pravyi Bereh; Darnytsya; Vyhurivshchyna-Troyeshchyna; Obolon; Shevchenkivskyi; Borshchahivka; Desnyanskyi; Novozavodskyi; Tsentralnyi; Rutchenkivskyi; Fortechnyi; Nyzhnodniprovsk; Avtozavodskyi; Sykhiv; Zarichnyi; Kholodnohirskyi; Podil; Pecherskyi
UG; Kira; Bunamwaya; Kyengera; Nansana; Kasangati; Katabi
US; St. Petersburg; Queens; Jamaica; Ontario; Meads; Maryvale; Tri-Cities; New South Memphis; South Boston; Paradise; Aurora; Chandler; Gilbert; Henderson; Irving; Irvine; Garland; Glendale; Fremont; Eugene; Salem; Cary; Corona; Mesa; Hollywood; Lakewood; Jackson; Lancaster; Cypress; Enterprise; Lincoln; Madison; Columbus; Montgomery; Mobile; Charlotte; Austin; Springfield; Alexandria; Victoria; Hamilton; Columbia; Independence; Concord; Hampton; Warren; Bellevue; Thornton; Roseville; Surprise; Orange; Hayward; Salinas; Pasadena; Vancouver; Lexington-Fayette; East Flatbush; East Chattanooga; Spring Valley; Deer Valley; Newport News; Peoria; Upper West Side; Toledo; Clarksville; Frisco; Hartford; Palmdale; Pomona; Fullerton; Torrance; Sterling Heights; Carrollton; Midland; Waterbury; Bridgeport; Cedar Rapids; Elizabeth; Kent; Stamford; Visalia; Killeen; Jackson; Worcester; Bakersfield; Glendale; Lexington; Riverside; Reno; Durham; Chesapeake; Norfolk; Plano; Buffalo; Raleigh; Stockton; Hialeah; Fontana; Modesto; Oxnard; Richmond; Newton; Richmond Hill; The Bronx; Wilmington; Savannah; Santa Ana; Santa Rosa; Nassau; Barcelona; Valencia; Roanoke; Dayton; Lowell; Provo; Manchester; Naperville; Syracuse; Joliet; Mesquite; Olathe; Rockford; Gainesville; Cleveland; Denton; Macon; Murrieta; Westminster; Clinton; Davidson; Rochester; Bloomington; West Albany; Newark
VE; Lander; Valera; Coro; Barcelona; Valencia; Merida; San Cristobal; Petare; Cua; El Tigre; Baruta; San Felipe
VN; Cho Lon; Binh Thanh; Thu Duc; Dong Da; Ben Cat; Long Bien; Bac Tu Liem; Gia Lam; An Nhon; Hai Ba Trung; Thanh Xuan; Cau Giay; Ba Vi; Ba Dinh; Tay Ho; Thanh Khe; La Gi; Di An; Thuan An
ZA; Newcastle; Springs; George; Alexandra; Centurion; Paarl; Athlone; Diepsloot; Ivory Park; Roodepoort; Randburg; Evaton; Etwatwa; Middelburg; Westonaria
ZM; Livingstone; Mansa
ZW; Epworth; Norton
CA; Langley; London; Hamilton; Surrey; Laval; Markham; Vaughan; Victoria; Kitchener; Windsor; Regina; Richmond; Burlington; Nepean; Newton; Gloucester; Etobicoke; Richmond Hill; Brampton; Delta; Cambridge; Kingston; Red Deer; Scarborough; North York; Guelph; Barrie; Ajax; Milton; Waterloo; Whitby; Pickering; Abbotsford; Oakville; Coquitlam; Brantford; Thunder Bay; Saint John; Sarnia; Moncton; Trois-Rivieres; Fredericton; Peterborough; Okanagan; Cumberland; West Vancouver; Brossard; Aurora; Chatham; Waterford; Welland; Newmarket; Halton Hills; Caledon; Clarington; New Westminster; North Vancouver; Norfolk County; Lethbridge; Beaumont; Ancaster; Maple Ridge; White Rock; Willowdale; Jane and Finch; Scarborough Village; Kanata; Orleans; Vanier; Georgina; Grande Prairie; Airdrie; Victoriaville
AU; Newcastle; Logan City; Central Coast; Mackay; Orange; Sunshine Coast; Liverpool; Bendigo; Rockingham; Melton; Albury; Toowoomba; Blacktown; Parramatta; Bankstown; Mandurah; Frankston East; Dandenong; Point Cook; Reservoir; Werribee; Craigieburn; Berwick; Tarneit; Epping; St Kilda; Castle Hill; Hurstville; Baulkham Hills; Randwick; Cranbourne; Frankston; Thornbury; Rowville; Box Hill; Auburn; Sunbury; Preston; Mill Park; South Yarra; Glen Waverley; Logan; Caboolture; Penrith; Campbelltown; Southport; Maitland; Pakenham; Hoppers Crossing; Brunswick; Richmond; Granville; Surfers Paradise; Nerang; Taylors Lakes; Mount Martha; Ballarat; Mildura; Shepparton; Bunbury; Bundaberg; Hervey Bay; Wagga Wagga; Coffs Harbour; Gladstone; Rockhampton
NZ; Hamilton; North Shore; Manukau City; Palmerston North; Hastings; Nelson; Dunedin Centre; Lower Hutt; Upper Hutt; Whangarei; Invercargill; Porirua; Rotorua Central; New Plymouth; Gisborne; Blenheim
BW; Mochudi; Mahalapye
RO; Arad
CL; San Bernardo; Nunoa; La Pintana; Quilicura; Penalolen; Puente Alto; Lo Prado; Los Angeles; Lota; Villarrica
DO; Santo Domingo Oeste; Santo Domingo Este; Bella Vista; Bani; Moca
SV; Santa Ana; San Miguel; Delgado; Apopa
NI; Leon
GT; Villa Nueva; Mixco; San Juan; Amatitlan; Petapa
HT; Carrefour; Delmas; Dessalines; Saint-Marc
CI; Abobo; Koumassi; Man; Marcory; Divo; Port-Bouet
EC; Eloy Alfaro; Milagro; Ibarra; La Libertad; Jaramijo; Duran; Cuenca Centro
PA; San Miguelito; Tocumen; David; Las Cumbres; Pacora; La Chorrera
CR; San Francisco; Limon; Liberia; Paraiso; Heredia; Puntarenas; San Felipe; San Pedro; Desamparados
PT; Amadora; Queluz; Cacem; Corroios; Rio de Mouro; Barreiro; Algueirao; Odivelas; Amora
SI; Maribor Center
SK; Petrzalka; Ruzinov; Dubravka; Karlova Ves; Lamac
CZ; Cerny Most; Prosek; Liben; Haje; Chodov; Stodulky; Prague 1
RS; Zemun; Novi Beograd; Ruma
BG; Lyulin; Mladost; Vidin Center; Pleven Center
CH; Zuerich (Kreis 11); Uster; Thun; Bienne; Chur Centre
BE; Anderlecht; Schaerbeek; Molenbeek-Saint-Jean; Ixelles; Uccle; La Louviere; Genk Centrum; Evere; Saint-Gilles; Jette; Etterbeek; Forest; Seraing; Mouscron; Verviers
DK; Vanlose; Frederiksberg; Christianshavn
SE; Sodermalm; Huddinge; Haninge; Majorna; Kungsholmen; Ostermalm; Vasastan; Bromma; Tensta; Jakobsberg; Vallentuna; Hisings Karra; Partille; Rinkeby; Solna; Nacka
NO; Grunerlokka; Sagene; Asker; Nordstrand; Frogner; Sandvika
PS; Jabalya; Dura; Salfit
LR; Bensonville; Paynesville
KW; Hawalli; Salwa; Sabah as Salim; Ar Rabiyah; Bayan; Salmiya
"""

# A name of three letters or fewer misleads, except these.
SHORT = set("Aba Jos Oyo Uyo Kut Fez Ufa Osh Qom Nis Hue Lae Ulm Fes Ibb Bar Pec Spa Ghent Lod Kos Oss Vac Eger Bor".split()) - {"Bar", "Bor", "Spa"}

# GeoNames' name; the country; the name that news writes. A dash leaves the city out.
RENAMED = """
San Carlos de Bariloche;AR;Bariloche
Oyala;GQ;Ciudad de la Paz
Garoowe;SO;Garowe
Santa Cruz de la Sierra;BO;Santa Cruz
Wah Cantt;PK;Wah Cantonment
Koln;DE;Cologne
Frankfurt am Main;DE;Frankfurt
Hannover;DE;Hanover
Halle (Saale);DE;Halle
Ludwigshafen am Rhein;DE;Ludwigshafen
Freiburg;DE;Freiburg
Garmisch-Partenkirchen;DE;Garmisch-Partenkirchen
Bern;CH;Bern
Gent;BE;Ghent
Brugge;BE;Bruges
Mechelen;BE;Mechelen
Sevilla;ES;Seville
Gasteiz / Vitoria;ES;Vitoria-Gasteiz
Donostia / San Sebastian;ES;San Sebastian
Palma;ES;Palma de Mallorca
Las Palmas de Gran Canaria;ES;Las Palmas
Castello de la Plana;ES;Castellon de la Plana
A Coruna;ES;La Coruna
Reggio nell'Emilia;IT;Reggio Emilia
Porto;PT;Porto
Patra;GR;Patras
Heraklion;GR;Heraklion
Irakleion;GR;Heraklion
Rodos;GR;Rhodes
Arhus;DK;Aarhus
Goteborg;SE;Gothenburg
Saint Petersburg;RU;St Petersburg
Nizhniy Novgorod;RU;Nizhny Novgorod
Ryazan';RU;Ryazan
Arkhangel'sk;RU;Arkhangelsk
Naberezhnyye Chelny;RU;Naberezhnye Chelny
Staryy Oskol;RU;Stary Oskol
Velikiy Novgorod;RU;Veliky Novgorod
Prokop'yevsk;RU;Prokopyevsk
Kamensk-Ural'skiy;RU;Kamensk-Uralsky
Petropavlovsk-Kamchatsky;RU;Petropavlovsk-Kamchatsky
Orel;RU;Oryol
Elista;RU;Elista
Gorno-Altaysk;RU;Gorno-Altaisk
Zaporizhzhya;UA;Zaporizhzhia
Kryvyy Rih;UA;Kryvyi Rih
Mykolayiv;UA;Mykolaiv
Vinnytsya;UA;Vinnytsia
Makiyivka;UA;Makiivka
Odesa;UA;Odesa
Khmelnytskyi;UA;Khmelnytskyi
Kropyvnytskyi;UA;Kropyvnytskyi
Uzhgorod;UA;Uzhhorod
Homyel';BY;Gomel
Hrodna;BY;Grodno
Mahilyow;BY;Mogilev
Bobruysk;BY;Bobruisk
Karagandy;KZ;Karaganda
Ust-Kamenogorsk;KZ;Oskemen
Petropavl;KZ;Petropavl
Turkistan;KZ;Turkistan
Aqtau;KZ;Aktau
Andijon;UZ;Andijan
Qarshi;UZ;Karshi
Qo'qon;UZ;Kokand
Marg'ilon;UZ;Margilan
Tirmiz;UZ;Termez
Jizzax;UZ;Jizzakh
Chirchiq;UZ;Chirchik
Urganch;UZ;Urgench
Navoiy;UZ;Navoi
Yunusobod;UZ;-
Chilanzar;UZ;-
Kulob;TJ;Kulob
Ulan Bator;MN;Ulaanbaatar
Ganja;AZ;Ganja
Sumgayit;AZ;Sumgait
Xankandi;AZ;Stepanakert
Makkah;SA;Mecca
Madinah;SA;Medina
Ta'if;SA;Taif
Ha'il;SA;Ha'il
Al Hufuf;SA;Hofuf
Al Jubayl;SA;Jubail
Basrah;IQ;Basra
Dihok;IQ;Duhok
Al Fallujah;IQ;Fallujah
Al Hillah;IQ;Hillah
Al 'Amarah;IQ;Amarah
Al-Kut;IQ;Kut
Al Diwaniyah;IQ;Diwaniyah
As Samawah;IQ;Samawah
Samarra';IQ;Samarra
Abu Ghurayb;IQ;Abu Ghraib
Bayji;IQ;Baiji
Ar Raqqah;SY;Raqqa
Hamah;SY;Hama
Al Hasakah;SY;Hasakah
Al Qamishli;SY;Qamishli
Idlib;SY;Idlib
As-Suwayda;SY;Suwayda
As Suwayda';SY;Suwayda
Dar`a;SY;Daraa
Dar'a;SY;Daraa
'Ayn al 'Arab;SY;Kobani
`Ayn al `Arab;SY;Kobani
`Afrin;SY;Afrin
'Afrin;SY;Afrin
Al Bukamal;SY;Abu Kamal
Manbij;SY;Manbij
Tyre;LB;Tyre
En Naqoura;LB;Naqoura
Al Hudaydah;YE;Hodeidah
Mukalla;YE;Mukalla
Ma'rib;YE;Marib
Sa'dah;YE;Saada
Dhamar;YE;Dhamar
Al Ahmadi;KW;Ahmadi
Al Muharraq;BH;Muharraq
Al Ain City;AE;Al Ain
Ras Al Khaimah;AE;Ras al-Khaimah
Al Fujairah City;AE;Fujairah
Ar Rayyan;QA;Al Rayyan
'Ibri;OM;Ibri
Seeb;OM;Seeb
Misratah;LY;Misrata
Sirte;LY;Sirte
Surt;LY;Sirte
Tobruk;LY;Tobruk
Al Mansurah;EG;Mansoura
Al Mahallah al Kubra;EG;Mahalla
Al Fayyum;EG;Fayoum
Shubra al Khaymah;EG;Shubra el-Kheima
Bani Suwayf;EG;Beni Suef
Kafr ash Shaykh;EG;Kafr el-Sheikh
Qina;EG;Qena
Arish;EG;El Arish
Al 'Arish;EG;El Arish
Rafah;PS;Rafah
Gaza;PS;Gaza City
Khan Yunis;PS;Khan Younis
Dayr al Balah;PS;Deir al-Balah
Janin;PS;Jenin
Qalqilyah;PS;Qalqilya
Ariha;PS;Jericho
Bayt Lahya;PS;Beit Lahia
El Obeid;SD;El Obeid
Al Qadarif;SD;Gedaref
Al-Junaynah;SD;El Geneina
Al Junaynah;SD;El Geneina
El Daein;SD;Ed Daein
Ad-Damazin;SD;Damazin
Hargeysa;SO;Hargeisa
Gaalkacyo;SO;Galkayo
Baidoa;SO;Baidoa
Gonder;ET;Gondar
Mek'ele;ET;Mekelle
Nazret;ET;Adama
Awasa;ET;Hawassa
Nek'emte;ET;Nekemte
Hosa'ina;ET;Hosaena
Mek'i;ET;-
Aksum;ET;Axum
Lalibela;ET;Lalibela
Toamasina;MG;Toamasina
N'Djamena;TD;N'Djamena
Nay Pyi Taw;MM;Naypyidaw
Bago;MM;Bago
Mu-se;MM;Muse
Chattogram;BD;Chittagong
Macau;MO;Macau
Aqsu;CN;Aksu
Lhoka;CN;-
Pu'er;CN;Pu'er
Ulanhot;CN;Ulanhot
Zhu Cheng City;CN;-
Wanxian;CN;-
Fuling;CN;-
Changhua;TW;Changhua
New Taipei City;TW;New Taipei
Chang-hua;TW;-
Banqiao;TW;-
Fengshan;TW;-
Neihu;TW;-
Danshui;TW;Tamsui
Nara-shi;JP;Nara
Fukui-shi;JP;Fukui
Tottori-shi;JP;Tottori
Nishi-Tokyo-shi;JP;-
Goyang-si;KR;Goyang
Seongnam-si;KR;Seongnam
Cheongju-si;KR;Cheongju
Bucheon-si;KR;Bucheon
Hwaseong-si;KR;Hwaseong
Ansan-si;KR;Ansan
Anyang-si;KR;Anyang
Kimhae;KR;Gimhae
Jeju City;KR;Jeju City
Chinju;KR;Jinju
Gimpo-si;KR;Gimpo
Icheon-si;KR;Icheon
Guri-si;KR;-
Gyeongsan-si;KR;Gyeongsan
Namp'o;KP;Nampo
Sunch'on;KP;Sunchon
Kaech'on;KP;Kaechon
Sariwon-si;KP;Sariwon
Jambi City;ID;Jambi
South Tangerang;ID;South Tangerang
Johor Bahru;MY;Johor Bahru
George Town;MY;Penang
Malacca;MY;Malacca
Makati City;PH;Makati
Pasig City;PH;Pasig
Cebu City;PH;Cebu
Davao;PH;Davao
Zamboanga;PH;Zamboanga
Paranaque City;PH;Paranaque
Marikina City;PH;-
Marawi City;PH;Marawi
Angeles City;PH;Angeles City
Tarlac City;PH;Tarlac
Bacolod City;PH;Bacolod
Cabanatuan City;PH;Cabanatuan
Lapu-Lapu City;PH;Lapu-Lapu City
Mandaue City;PH;Mandaue
Legaspi;PH;Legazpi
Qui Nhon;VN;Quy Nhon
Da Lat;VN;Dalat
Ha Long;VN;Ha Long
Tiruchirappalli;IN;Tiruchirappalli
Kalyan;IN;-
Dombivali;IN;-
Puducherry;IN;Puducherry
Bengaluru;IN;Bengaluru
Ahilyanagar;IN;Ahmednagar
Shahjanpur;IN;Shahjahanpur
Fyzabad;IN;Faizabad
Barddhaman;IN;Bardhaman
Brahmapur;IN;Berhampur
Rajamahendravaram;IN;Rajahmundry
Raurkela Industrial Township;IN;-
Mazar-e Sharif;AF;Mazar-i-Sharif
Orumiyeh;IR;Urmia
Ahvaz;IR;Ahvaz
Qa'em Shahr;IR;Qaemshahr
Khomeyni Shahr;IR;Khomeini Shahr
Gonbad-e Kavus;IR;Gonbad-e Kavus
Neyshabur;IR;Neyshabur
Rishon LeTsiyyon;IL;Rishon LeZion
Petah Tiqva;IL;Petah Tikva
Elat;IL;Eilat
Nazareth;IL;Nazareth
Sanliurfa;TR;Sanliurfa
Kahramanmaras;TR;Kahramanmaras
Afyonkarahisar;TR;Afyonkarahisar
Bayamo;CU;Bayamo
Santiago de Queretaro;MX;Queretaro
Leon de los Aldama;MX;Leon, Mexico
Acapulco de Juarez;MX;Acapulco
Ecatepec de Morelos;MX;Ecatepec
Ciudad Nezahualcoyotl;MX;Nezahualcoyotl
Naucalpan de Juarez;MX;Naucalpan
Tuxtla;MX;Tuxtla Gutierrez
Victoria de Durango;MX;Durango
Heroica Matamoros;MX;Matamoros
Ciudad Apodaca;MX;Apodaca
Ciudad General Escobedo;MX;General Escobedo
Xalapa de Enriquez;MX;Xalapa
San Nicolas de los Garza;MX;San Nicolas de los Garza
Pachuca de Soto;MX;Pachuca
Soledad de Graciano Sanchez;MX;-
Zamora de Hidalgo;MX;-
Poza Rica de Hidalgo;MX;Poza Rica
San Miguel de Tucuman;AR;Tucuman
San Salvador de Jujuy;AR;Jujuy
Jose C. Paz;AR;-
Santo Domingo de los Colorados;EC;-
Santiago de los Caballeros;DO;Santiago de los Caballeros
Quebec;CA;Quebec City
Greater Sudbury;CA;Sudbury
New York City;US;New York
Saint Paul;US;St. Paul
Fayetteville;US;-
Newcastle upon Tyne;GB;Newcastle upon Tyne
City of Westminster;GB;-
Kingston upon Hull;GB;Kingston upon Hull
Derry;GB;Londonderry
Londonderry County Borough;GB;Londonderry
El-Aaiun;EH;Laayoune
Willemstad;CW;Willemstad
Saint John's;AG;St John's
Saint George's;GD;St George's
Saint Peter Port;GG;St Peter Port
Saint Helier;JE;St Helier
Ngerulmud;PW;Ngerulmud
Port-Vila;VU;Port Vila
Mata-Utu;WF;Mata-Utu
Hamilton;BM;Hamilton, Bermuda
Victoria;SC;Victoria, Seychelles
Stanley;FK;Stanley, Falkland Islands
Douglas;IM;Douglas, Isle of Man
The Valley;AI;The Valley, Anguilla
Kingston;NF;-
Adamstown;PN;-
Flying Fish Cove;CX;-
West Island;CC;-
San Juan;PR;San Juan, Puerto Rico
Saipan;MP;Saipan
Vatican City;VA;Vatican City
Bandundu Province;CD;Bandundu
San-Pedro;CI;San-Pedro
Sukrah;TN;-
Mueang Nonthaburi;TH;Nonthaburi
Ra's Bayrut;LB;-
Fes;MA;Fez
Tetouan;MA;Tetouan
Marrakesh;MA;Marrakesh
Mikumi;TZ;-
Constantine;DZ;Constantine, Algeria
San Marino;SM;San Marino
Djibouti;DJ;Djibouti City
Monaco;MC;Monaco
Mary;TM;Mary, Turkmenistan
Bender;MD;Bender
Tighina;MD;Bender
Bitola;MK;Bitola
Pec;XK;Peja
Mitrovica;XK;Mitrovica
Male;MV;Male
Nuku'alofa;TO;Nuku'alofa
Cetinje;ME;Cetinje
Bar;ME;-
Split;HR;Split
"""

# Cities that diplomacy names, whatever their size: GeoNames' own or another name; the country's code of GeoNames.
KEEP = """
Puerto Vallarta;MX
George Town;MY
Yei;SS
Wah Cantt;PK
Davos;CH
Montreux;CH
Lugano;CH
Locarno;CH
Lucerne;CH
Interlaken;CH
Nyon;CH
Versoix;CH
Bellinzona;CH
Salzburg;AT
Alpbach;AT
Velden;AT
Sharm el-Sheikh;EG
Aqaba;JO
Reykjavik;IS
Rambouillet;FR
Versailles;FR
Biarritz;FR
Deauville;FR
Cannes;FR
Fontainebleau;FR
Caen;FR
Bayeux;FR
Calais;FR
Nagato;JP
Hakone;JP
Karuizawa;JP
Kaesong;KP
Rason;KP
Labuan Bajo;ID
Ubud;ID
Kuta;ID
Bogor;ID
Putrajaya;MY
Langkawi;MY
Sanya;CN
Lijiang;CN
Dali;CN
Guilin;CN
Dunhuang;CN
Manzhouli;CN
Heihe;CN
Suifenhe;CN
Hunchun;CN
Kashgar;CN
Lhasa;CN
Nyingchi;CN
Yining;CN
Huangshan;CN
Wuzhen;CN
Qufu;CN
Yanji;CN
Dandong;CN
Cholpon-Ata;KG
Batken;KG
Naryn;KG
Karakol;KG
Talas;KG
Khorog;TJ
Isfara;TJ
Baikonur;KZ
Aktau;KZ
Khiva;UZ
Turkmenbasy;TM
Tuapse;RU
Peterhof;RU
Pavlovsk;RU
Derbent;RU
Magas;RU
Anapa;RU
Gelendzhik;RU
Kislovodsk;RU
Pyatigorsk;RU
Yessentuki;RU
Valdai;RU
Vyborg;RU
Suzdal;RU
Sergiyev Posad;RU
Dubna;RU
Gorno-Altaysk;RU
Khanty-Mansiysk;RU
Salekhard;RU
Naryan-Mar;RU
Magadan;RU
Anadyr;RU
Birobidzhan;RU
Elista;RU
Maykop;RU
Cherkessk;RU
Kyzyl;RU
Beslan;RU
Sarov;RU
Vilyuchinsk;RU
Nakhodka;RU
Odintsovo;RU
Sestroretsk;RU
Zelenogradsk;RU
Baltiysk;RU
Yalta;UA
Kerch;UA
Feodosiya;UA
Alushta;UA
Sudak;UA
Bakhmut;UA
Avdiyivka;UA
Pokrovsk;UA
Debaltseve;UA
Ilovays'k;UA
Bucha;UA
Irpin;UA
Izium;UA
Enerhodar;UA
Truskavets;UA
Uzhgorod;UA
Mukacheve;UA
Chornobyl;UA
Slavutych;UA
Zaslawye;BY
Sukhumi;GE
Tskhinvali;GE
Gori;GE
Borjomi;GE
Poti;GE
Zugdidi;GE
Mestia;GE
Dilijan;AM
Meghri;AM
Goris;AM
Kapan;AM
Shusha;AZ
Gabala;AZ
Nakhchivan;AZ
Agdam;AZ
Comrat;MD
Tiraspol;MD
Ohrid;MK
Tetovo;MK
Herceg Novi;ME
Budva;ME
Kotor;ME
Tivat;ME
Cetinje;ME
Mitrovica;XK
Peja;XK
Srebrenica;BA
Brcko;BA
Dubrovnik;HR
Pula;HR
Split;HR
Opatija;HR
Rijeka;HR
Bled;SI
Kranj;SI
Koper;SI
Maribor;SI
Tartu;EE
Narva;EE
Parnu;EE
Jurmala;LV
Daugavpils;LV
Liepaja;LV
Palanga;LT
Trakai;LT
Sopot;PL
Zakopane;PL
Oswiecim;PL
Chelm;PL
Zamosc;PL
Malbork;PL
Godollo;HU
Esztergom;HU
Karlovy Vary;CZ
Sintra;PT
Cascais;PT
Evora;PT
Guimaraes;PT
Taormina;IT
Venice;IT
L'Aquila;IT
Assisi;IT
Sorrento;IT
Positano;IT
Stresa;IT
Lucca;IT
Matera;IT
Siena;IT
Pisa;IT
Como;IT
Fiuggi;IT
Brindisi;IT
Fasano;IT
Rapallo;IT
Anagni;IT
Ischia;IT
Arezzo;IT
Corfu;GR
Rhodes;GR
Chania;GR
Ioannina;GR
Alexandroupoli;GR
Kavala;GR
Delphi;GR
Baden-Baden;DE
Weimar;DE
Bad Godesberg;DE
Konigswinter;DE
Garmisch-Partenkirchen;DE
Speyer;DE
Eisenach;DE
Meissen;DE
Wolfsburg;DE
Berchtesgaden;DE
Dachau;DE
Gorlitz;DE
Noordwijk;NL
Maastricht;NL
Middelburg;NL
Leiden;NL
Delft;NL
Mons;BE
Leuven;BE
Ostend;BE
Brugge;BE
Waterloo;BE
Kristiansand;NO
Tromso;NO
Bodo;NO
Kirkenes;NO
Longyearbyen;SJ
Lillehammer;NO
Hammerfest;NO
Kiruna;SE
Visby;SE
Lulea;SE
Rovaniemi;FI
Lappeenranta;FI
Porvoo;FI
Inari;FI
Naantali;FI
Kuopio;FI
Savonlinna;FI
Nuuk;GL
Torshavn;FO
St Andrews;GB
Cambridge;GB
Edinburgh;GB
Enniskillen;GB
Derry;GB
Windsor;GB
Harrogate;GB
Bournemouth;GB
Saint Ives;GB
Falmouth;GB
Newquay;GB
Stratford-upon-Avon;GB
Canterbury;GB
Salisbury;GB
Inverness;GB
Stornoway;GB
Lerwick;GB
Galway;IE
Limerick;IE
Killarney;IE
Dundalk;IE
Drogheda;IE
Pamplona;ES
Toledo;ES
Salamanca;ES
Marbella;ES
Rota;ES
Segovia;ES
Santiago de Compostela;ES
Avila;ES
Caceres;ES
Cadiz;ES
Huelva;ES
Ceuta;ES
Melilla;ES
Gibraltar;GI
Valletta;MT
Sliema;MT
Marsaxlokk;MT
Larnaca;CY
Paphos;CY
Famagusta;CY
Kyrenia;CY
Banff;CA
Niagara Falls;CA
Yellowknife;CA
Iqaluit;CA
Whitehorse;CA
Charlottetown;CA
St. John's;CA
Halifax;CA
Anchorage;US
Fairbanks;US
Juneau;US
Annapolis;US
Aspen;US
West Palm Beach;US
Palo Alto;US
Princeton;US
Rancho Mirage;US
Palm Springs;US
Chapel Hill;US
Los Alamos;US
McAllen;US
Sioux City;US
San Jose;US
Cambridge;US
Birmingham;US
Tijuana;MX
Cabo San Lucas;MX
San Jose del Cabo;MX
Cuernavaca;MX
Oaxaca;MX
Merida;MX
Nogales;MX
Tlaxcala;MX
Antigua Guatemala;GT
Puerto Barrios;GT
Roatan;HN
Comayagua;HN
Granada;NI
Bluefields;NI
Colon;PA
Varadero;CU
Guantanamo;CU
Montego Bay;JM
Punta Cana;DO
Cap-Haitien;HT
Jacmel;HT
San Carlos de Bariloche;AR
Ushuaia;AR
Puerto Iguazu;AR
Foz do Iguacu;BR
Petropolis;BR
Buzios;BR
Leticia;CO
Quibdo;CO
Arauca;CO
Colonia del Sacramento;UY
Salto;UY
Punta Arenas;CL
Vina del Mar;CL
Valparaiso;CL
Puerto Williams;CL
Bethlehem;PS
Ramallah;PS
Jericho;PS
Janin;PS
Nablus;PS
Rafah;PS
Tulkarm;PS
Qalqilyah;PS
Al Birah;PS
Dayr al Balah;PS
Bayt Lahya;PS
Elat;IL
Nazareth;IL
Tiberias;IL
Qiryat Shemona;IL
Sderot;IL
Dimona;IL
Herzliya;IL
Caesarea;IL
Madaba;JO
Jerash;JO
Al Mafraq;JO
Tyre;LB
Zahle;LB
Baalbek;LB
Nabatiye et Tahta;LB
Jounieh;LB
En Naqoura;LB
Manbij;SY
`Ayn al `Arab;SY
`Afrin;SY
Dar`a;SY
As-Suwayda;SY
Al Qunaytirah;SY
Sinjar;IQ
Zaxo;IQ
Umm Qasr;IQ
Tikrit;IQ
Natanz;IR
Chabahar;IR
Asaluyeh;IR
Ma'rib;YE
Sa'dah;YE
Nizwa;OM
Duqm;OM
Khasab;OM
Dhahran;SA
Hafar Al-Batin;SA
Fujairah;AE
Lusail;QA
Al Wakrah;QA
Tobruk;LY
Sirte;LY
Ghadamis;LY
Sabha;LY
Al Bayda';LY
Bani Walid;LY
Ghat;LY
Skhirat;MA
Bouznika;MA
Ifrane;MA
Dakhla;EH
Tindouf;DZ
Carthage;TN
Hammamet;TN
Djerba;TN
Ben Gardane;TN
Tamanghasset;DZ
Kidal;ML
Gao;ML
Timbuktu;ML
Agadez;NE
Diffa;NE
Djibo;BF
Abeche;TD
Bangassou;CF
Bria;CF
El Geneina;SD
Zalingei;SD
Abyei;SD
Dongola;SD
Bentiu;SS
Garoowe;SO
Bosaso;SO
Galkayo;SO
Baidoa;SO
Beledweyne;SO
Lamu;KE
Naivasha;KE
Nanyuki;KE
Entebbe;UG
Gulu;UG
Moroto;UG
Gisenyi;RW
Beni;CD
Bunagana;CD
Kalemie;CD
Uvira;CD
Gbadolite;CD
Livingstone;ZM
Victoria Falls;ZW
Kasane;BW
Maun;BW
Stellenbosch;ZA
Polokwane;ZA
Walvis Bay;NA
Swakopmund;NA
Pemba;MZ
Nacala;MZ
Saly;SN
Axim;GH
Malabo;GQ
Oyala;GQ
Franceville;GA
Buea;CM
Kribi;CM
Sikasso;ML
Zanzibar;TZ
Bagamoyo;TZ
Bamyan;AF
Gwadar;PK
Chaman;PK
Murree;PK
Abbottabad;PK
Taxila;PK
Muzaffarabad;PK
Gilgit;PK
Shimla;IN
Agra;IN
Panaji;IN
Udaipur;IN
Leh;IN
Kargil;IN
Tawang;IN
Dharamsala;IN
Khajuraho;IN
Jaisalmer;IN
Pushkar;IN
Ayodhya;IN
Pokhara;NP
Lumbini;NP
Kandy;LK
Hambantota;LK
Trincomalee;LK
Paro;BT
Phuentsholing;BT
Pattaya;TH
Phuket;TH
Chiang Mai;TH
Hua Hin;TH
Cha-am;TH
Krabi;TH
Mae Sot;TH
Siem Reap;KH
Sihanoukville;KH
Poipet;KH
Preah Vihear;KH
Luang Prabang;LA
Savannakhet;LA
Myawadi;MM
Myitkyina;MM
Lashio;MM
Laukkai;MM
Da Nang;VN
Dalat;VN
Cam Ranh;VN
Kota Kinabalu;MY
Puerto Princesa;PH
Baguio;PH
Tacloban;PH
Olongapo;PH
Jolo;PH
Boracay;PH
Cotabato;PH
Marawi City;PH
Hualien City;TW
Jincheng;TW
Gangneung;KR
Pyeongchang;KR
Gyeongju;KR
Paju;KR
Osan;KR
Sokcho;KR
Mokpo;KR
Seogwipo;KR
Jeju City;KR
Erdenet;MN
Darhan;MN
Nadi;FJ
Lautoka;FJ
Rotorua;NZ
Queenstown;NZ
Dunedin;NZ
Cairns;AU
Darwin;AU
Alice Springs;AU
Hobart;AU
Alotau;PG
Lae;PG
Arawa;PG
Luganville;VU
Koror;PW
Hagatna;GU
Biak;ID
Kupang;ID
Banda Aceh;ID
Batam;ID
Cox's Bazar;BD
Teknaf;BD
Bandar Seri Begawan;BN
Diyarbakir;TR
Bodrum;TR
Marmaris;TR
Kemer;TR
Belek;TR
Cizre;TR
Yuksekova;TR
Kars;TR
Edirne;TR
Canakkale;TR
Fethiye;TR
Iskenderun;TR
Izmit;TR
Trabzon;TR
Kyrenia;CY
Plymouth;GB
"""

# A second place of the same name that news really means too: the name; the country.
AMBIGUOUS = """
Birmingham;USA
Cambridge;USA
Hyderabad;PAK
Tripoli;LBN
San Jose;USA
Cordoba;ARG
Brest;FRA
Santa Cruz;BOL
Granada;NIC
"""

# Left out of the same names: the country whose place is meant.
PREFERRED = """
Alexandria;EGY
Birmingham;GBR
Cambridge;GBR
Cartagena;COL
Merida;MEX
Granada;ESP
Toledo;ESP
Salamanca;ESP
Brest;BLR
Cordoba;ESP
Valencia;ESP
Barcelona;ESP
Hyderabad;IND
Portland;USA
Santa Fe;ARG
Santa Cruz;BOL
Guadalajara;MEX
Richmond;USA
Halifax;CAN
Windsor;GBR
Vancouver;CAN
Manchester;GBR
Trujillo;PER
Varna;BGR
Tripoli;LBY
Leiden;NLD
Nogales;MEX
Plymouth;GBR
Suzhou;CHN
Osan;KOR
Rota;ESP
Ganja;AZE
Zahle;LBN
Cuenca;ECU
Loja;ECU
Christchurch;NZL
Waterloo;BEL
"""

# The kind of a city where the government sits, other than GeoNames says.
CAPITALS = {"La Paz;BOL": "capital", "Sucre;BOL": "city", "Ramallah;PSE": "capital", "East Jerusalem;PSE": "city",
            "Astana;KAZ": "capital", "Naypyidaw;MMR": "capital", "Putrajaya;MYS": "city"}

# Other spellings that English-language news uses: the name; the country; the spellings.
ALIASES = """
Bariloche;ARG;San Carlos de Bariloche
Ciudad de la Paz;GNQ;Oyala
Garowe;SOM;Garoowe
Santa Cruz;BOL;Santa Cruz de la Sierra
Washington;USA;Washington, D.C.|Washington, DC|Washington D.C.|Washington DC
New York;USA;New York City|NYC
Los Angeles;USA;Los Angeles, California
Kyiv;UKR;Kiev|Kyyiv
Kharkiv;UKR;Kharkov
Odesa;UKR;Odessa
Lviv;UKR;Lvov
Dnipro;UKR;Dnepropetrovsk|Dnipropetrovsk|Dnepr
Zaporizhzhia;UKR;Zaporozhye|Zaporizhia|Zaporizhzhya|Zaporozhe
Luhansk;UKR;Lugansk
Mykolaiv;UKR;Nikolaev|Nikolayev
Chernihiv;UKR;Chernigov
Vinnytsia;UKR;Vinnitsa
Chernivtsi;UKR;Chernovtsy
Kryvyi Rih;UKR;Krivoy Rog|Kryvyy Rih
Rivne;UKR;Rovno
Horlivka;UKR;Gorlovka
Makiivka;UKR;Makeyevka
Kremenchuk;UKR;Kremenchug
Kropyvnytskyi;UKR;Kirovograd|Kirovohrad
Bakhmut;UKR;Artyomovsk
Pokrovsk;UKR;Krasnoarmeysk
Kramatorsk;UKR;Kramatorsk
Ternopil;UKR;Tarnopol
Uzhhorod;UKR;Uzhgorod
Izium;UKR;Izyum
Moscow;RUS;Moskva
St Petersburg;RUS;St. Petersburg|Saint Petersburg|Saint-Petersburg|Leningrad|Petrograd
Yekaterinburg;RUS;Ekaterinburg|Sverdlovsk
Nizhny Novgorod;RUS;Nizhniy Novgorod
Rostov-on-Don;RUS;Rostov on Don|Rostov
Veliky Novgorod;RUS;Novgorod|Velikiy Novgorod
Volgograd;RUS;Stalingrad
Oryol;RUS;Orel
Arkhangelsk;RUS;Archangel|Arkhangel'sk
Tolyatti;RUS;Togliatti
Petropavlovsk-Kamchatsky;RUS;Petropavlovsk-Kamchatskiy|Petropavlovsk Kamchatsky
Ulan-Ude;RUS;Ulan Ude
Yuzhno-Sakhalinsk;RUS;Yuzhno Sakhalinsk
Kaliningrad;RUS;Konigsberg
Peterhof;RUS;Petergof
Valdai;RUS;Valday
Pushkin;RUS;-
Sergiyev Posad;RUS;Sergiev Posad|Zagorsk
Yakutsk;RUS;-
Nalchik;RUS;-
Vladikavkaz;RUS;Ordzhonikidze
Yessentuki;RUS;Essentuki
Minsk;BLR;Mensk
Gomel;BLR;Homiel|Homel|Homyel
Grodno;BLR;Hrodna
Mogilev;BLR;Mahilyow|Mogilyov
Brest;BLR;Brest-Litovsk
Vitebsk;BLR;Vitsebsk
Chisinau;MDA;Kishinev|Kishinyov
Tbilisi;GEO;Tiflis
Sukhumi;GEO;Sukhum|Sokhumi
Yerevan;ARM;Erevan
Gyumri;ARM;Leninakan
Nakhchivan;AZE;Nakhichevan
Ganja;AZE;Gandja|Gyandzha
Astana;KAZ;Nur-Sultan|Nursultan|Akmola|Tselinograd
Almaty;KAZ;Alma-Ata|Alma Ata
Aktobe;KAZ;Aktyubinsk
Karaganda;KAZ;Karagandy|Qaraghandy
Oskemen;KAZ;Ust-Kamenogorsk
Semey;KAZ;Semipalatinsk
Atyrau;KAZ;Guryev
Petropavl;KAZ;Petropavlovsk
Kostanay;KAZ;Kostanai
Shymkent;KAZ;Chimkent
Turkistan;KAZ;-
Baikonur;KAZ;Baykonur
Bishkek;KGZ;Frunze
Dushanbe;TJK;Stalinabad
Khujand;TJK;Khudzhand|Leninabad
Ashgabat;TKM;Ashkhabad|Asgabat
Turkmenabat;TKM;Chardzhou
Samarkand;UZB;Samarqand
Bukhara;UZB;Bokhara
Fergana;UZB;Ferghana
Andijan;UZB;Andizhan
Kokand;UZB;Qo'qon
Ulaanbaatar;MNG;Ulan Bator|Ulaan Baatar|Ulan-Bator
Beijing;CHN;Peking
Guangzhou;CHN;Canton
Chongqing;CHN;Chungking
Nanjing;CHN;Nanking
Tianjin;CHN;Tientsin
Xi'an;CHN;Xian
Qingdao;CHN;Tsingtao
Xiamen;CHN;Amoy
Hangzhou;CHN;Hangchow
Urumqi;CHN;Urumchi
Hohhot;CHN;Huhhot
Kashgar;CHN;Kashi
Harbin;CHN;-
Macau;MAC;Macao
Hong Kong;HKG;Hongkong
Taipei;TWN;Taibei
Kaohsiung;TWN;-
Pyongyang;PRK;P'yongyang
Kaesong;PRK;Gaeseong
Rason;PRK;Rajin
Busan;KOR;Pusan
Incheon;KOR;Inchon
Daegu;KOR;Taegu
Daejeon;KOR;Taejon
Gwangju;KOR;Kwangju
Gyeongju;KOR;Kyongju
Jeju City;KOR;-
Yangon;MMR;Rangoon
Naypyidaw;MMR;Nay Pyi Taw|Naypyitaw|Nay Pyi Daw
Mandalay;MMR;-
Ho Chi Minh City;VNM;Saigon
Hanoi;VNM;Ha Noi
Da Nang;VNM;Danang
Haiphong;VNM;Hai Phong
Phnom Penh;KHM;Phnom-Penh
Luang Prabang;LAO;Louangphabang
Bandar Seri Begawan;BRN;-
Yogyakarta;IDN;Jogjakarta
Jakarta;IDN;Djakarta|Batavia
Makassar;IDN;Ujung Pandang
Malacca;MYS;Melaka
Penang;MYS;George Town, Penang
Kuala Lumpur;MYS;-
Cebu;PHL;Cebu City
Davao;PHL;Davao City
Zamboanga;PHL;Zamboanga City
Mumbai;IND;Bombay
Kolkata;IND;Calcutta
Chennai;IND;Madras
Bengaluru;IND;Bangalore
Pune;IND;Poona
Varanasi;IND;Benares|Banaras
Thiruvananthapuram;IND;Trivandrum
Kochi;IND;Cochin
Prayagraj;IND;Allahabad
Gurugram;IND;Gurgaon
Puducherry;IND;Pondicherry
Vadodara;IND;Baroda
Visakhapatnam;IND;Vizag
Mysuru;IND;Mysore
Mangaluru;IND;Mangalore
Kozhikode;IND;Calicut
Kanpur;IND;Cawnpore
Shimla;IND;Simla
Panaji;IND;Panjim
New Delhi;IND;-
Dhaka;BGD;Dacca
Chittagong;BGD;Chattogram
Colombo;LKA;-
Kathmandu;NPL;Katmandu
Thimphu;BTN;Thimpu
Male;MDV;-
Mazar-i-Sharif;AFG;Mazar-e-Sharif|Mazar-e Sharif|Mazar-i Sharif|Mazar
Kandahar;AFG;Qandahar
Kunduz;AFG;Konduz
Tehran;IRN;Teheran
Isfahan;IRN;Esfahan
Mashhad;IRN;Meshed
Qom;IRN;Ghom
Ahvaz;IRN;Ahwaz
Urmia;IRN;Orumiyeh
Mosul;IRQ;-
Erbil;IRQ;Arbil|Irbil|Hewler
Basra;IRQ;Basrah
Sulaymaniyah;IRQ;Sulaimaniya|Sulaimani|Sulaimaniyah
Fallujah;IRQ;Falluja
Duhok;IRQ;Dohuk
Karbala;IRQ;Kerbala
Kirkuk;IRQ;-
Damascus;SYR;-
Raqqa;SYR;Al-Raqqa|Ar-Raqqah|Rakka
Latakia;SYR;Lattakia
Deir ez-Zor;SYR;Deir al-Zor|Deir Ezzor|Deir al-Zour
Daraa;SYR;Deraa
Suwayda;SYR;Sweida|Suweida|Sweyda
Hasakah;SYR;Hasaka|Al-Hasakah
Qamishli;SYR;Kamishli|Qamishlo
Kobani;SYR;Kobane|Ayn al-Arab
Quneitra;SYR;Kuneitra
Sidon;LBN;Saida
Baalbek;LBN;Baalbeck
Zahle;LBN;-
Tripoli;LBN;Tripoli, Lebanon
Amman;JOR;-
Aqaba;JOR;Akaba
Jerusalem;ISR;-
Tel Aviv;ISR;Tel Aviv-Yafo|Tel-Aviv
Beersheba;ISR;Beer Sheva|Be'er Sheva
Eilat;ISR;Elat
Gaza City;PSE;-
Khan Younis;PSE;Khan Yunis|Khan Yunus
Nablus;PSE;-
Hebron;PSE;Al-Khalil
Ramallah;PSE;Ramalla
Deir al-Balah;PSE;Deir el-Balah
Qalqilya;PSE;Qalqilyah
Cairo;EGY;-
Sharm el-Sheikh;EGY;Sharm el Sheikh|Sharm al-Sheikh|Sharm ash-Sheikh|Sharm al Sheikh|Sharm El-Sheikh|Sharm-el-Sheikh
Alexandria;EGY;-
El Arish;EGY;Arish|al-Arish
Hurghada;EGY;-
Giza;EGY;Gizeh
Suez;EGY;-
Tripoli;LBY;-
Benghazi;LBY;Bengasi
Misrata;LBY;Misurata|Misratah
Sirte;LBY;Surt
Tobruk;LBY;Tobruq
Algiers;DZA;El Djazair
Marrakesh;MAR;Marrakech
Fez;MAR;Fes
Tangier;MAR;Tangiers
Casablanca;MAR;-
Skhirat;MAR;Skhirate
Laayoune;ESH;El Aaiun|El-Aaiun
Riyadh;SAU;Riyad
Jeddah;SAU;Jidda|Jiddah
Mecca;SAU;Makkah
Medina;SAU;Madinah|Al-Madinah
Taif;SAU;Ta'if
Khobar;SAU;Al Khobar|Al-Khobar
Sanaa;YEM;Sana'a
Hodeidah;YEM;Hodeida|Hudaydah|Al-Hudaydah|Al Hudaydah
Taiz;YEM;Ta'izz|Taizz
Marib;YEM;Ma'rib
Saada;YEM;Sa'ada|Sadah
Dubai;ARE;-
Abu Dhabi;ARE;Abu-Dhabi
Sharjah;ARE;-
Al Ain;ARE;Al-Ain
Muscat;OMN;Masqat
Doha;QAT;Ad-Dawhah
Kuwait City;KWT;-
Manama;BHR;Al-Manamah
Muharraq;BHR;-
Ankara;TUR;Angora
Istanbul;TUR;Constantinople
Izmir;TUR;Smyrna
Gaziantep;TUR;Antep
Sanliurfa;TUR;Urfa
Izmit;TUR;Kocaeli
Antakya;TUR;Antioch
Diyarbakir;TUR;Diyarbekir
Nicosia;CYP;Lefkosia|Lefkosa
Larnaca;CYP;Larnaka
Limassol;CYP;Lemesos
Paphos;CYP;Pafos
Famagusta;CYP;-
Athens;GRC;-
Thessaloniki;GRC;Salonika|Salonica
Piraeus;GRC;-
Patras;GRC;Patra
Heraklion;GRC;Iraklion
Corfu;GRC;Kerkyra
Belgrade;SRB;Beograd
Nis;SRB;Nish
Pristina;XKX;Prishtina
Peja;XKX;Pec
Mitrovica;XKX;Kosovska Mitrovica
Skopje;MKD;Skoplje
Tirana;ALB;Tirane
Podgorica;MNE;Titograd
Bucharest;ROU;Bucuresti
Timisoara;ROU;Temesvar
Cluj-Napoca;ROU;Cluj
Iasi;ROU;Jassy
Sofia;BGR;-
Plovdiv;BGR;Philippopolis
Burgas;BGR;Bourgas
Warsaw;POL;Warszawa
Krakow;POL;Cracow
Gdansk;POL;Danzig
Wroclaw;POL;Breslau
Szczecin;POL;Stettin
Lodz;POL;-
Oswiecim;POL;Auschwitz
Prague;CZE;Praha
Pilsen;CZE;Plzen
Bratislava;SVK;Pressburg
Vilnius;LTU;Vilna|Wilno
Kaunas;LTU;Kovno
Klaipeda;LTU;Memel
Tallinn;EST;Reval
Vienna;AUT;Wien
Geneva;CHE;Geneve|Genf
Zurich;CHE;Zuerich
Bern;CHE;Berne
Basel;CHE;Basle
Lucerne;CHE;Luzern
Munich;DEU;Munchen|Muenchen
Cologne;DEU;Koln|Koeln
Frankfurt;DEU;Frankfurt am Main
Nuremberg;DEU;Nurnberg
Hanover;DEU;Hannover
Dusseldorf;DEU;Duesseldorf
Aachen;DEU;Aix-la-Chapelle
Berlin;DEU;East Berlin|West Berlin
Regensburg;DEU;Ratisbon
The Hague;NLD;Den Haag|'s-Gravenhage
's-Hertogenbosch;NLD;Den Bosch
Brussels;BEL;Bruxelles|Brussel
Antwerp;BEL;Antwerpen
Ghent;BEL;Gent
Bruges;BEL;Brugge
Leuven;BEL;Louvain
Ostend;BEL;Oostende
Luxembourg;LUX;Luxembourg City|Luxemburg
Marseille;FRA;Marseilles
Strasbourg;FRA;Strassburg
Brest;FRA;Brest, France
Rome;ITA;Roma
Milan;ITA;Milano
Turin;ITA;Torino
Venice;ITA;Venezia
Florence;ITA;Firenze
Naples;ITA;Napoli
Genoa;ITA;Genova
Padua;ITA;Padova
Livorno;ITA;Leghorn
Seville;ESP;Sevilla
Zaragoza;ESP;Saragossa
Cordoba;ESP;-
Palma de Mallorca;ESP;Palma de Majorca
San Sebastian;ESP;Donostia
La Coruna;ESP;Corunna|A Coruna
Lisbon;PRT;Lisboa
Porto;PRT;Oporto
Copenhagen;DNK;Kobenhavn
Aarhus;DNK;Arhus
Gothenburg;SWE;Goteborg
Helsinki;FIN;Helsingfors
Oslo;NOR;Christiania
Reykjavik;ISL;-
Nuuk;GRL;Godthab
Londonderry;GBR;Derry
Newcastle upon Tyne;GBR;Newcastle-upon-Tyne
Birmingham;USA;Birmingham, Alabama
Cambridge;USA;Cambridge, Massachusetts
Dublin;IRL;-
Quebec City;CAN;-
Montreal;CAN;-
St. John's;CAN;St. John's, Newfoundland|St John's, Newfoundland
Mexico City;MEX;Ciudad de Mexico|CDMX|Mexico, D.F.
Ciudad Juarez;MEX;Juarez
Cancun;MEX;-
Havana;CUB;La Habana
Panama City;PAN;-
Guatemala City;GTM;-
Antigua Guatemala;GTM;-
Port-au-Prince;HTI;Port au Prince
Cap-Haitien;HTI;Cap Haitien
Port of Spain;TTO;Port-of-Spain
St George's;GRD;St. George's|Saint George's
St John's;ATG;St. John's, Antigua
Castries;LCA;-
Bogota;COL;Santafe de Bogota
Cartagena;COL;Cartagena de Indias
Rio de Janeiro;BRA;Rio
Sao Paulo;BRA;-
Brasilia;BRA;-
Belem;BRA;Belem do Para
Buenos Aires;ARG;-
Tucuman;ARG;San Miguel de Tucuman
Jujuy;ARG;San Salvador de Jujuy
Santiago;CHL;Santiago de Chile
Valparaiso;CHL;-
Vina del Mar;CHL;-
Cusco;PER;Cuzco
Asuncion;PRY;-
Addis Ababa;ETH;Addis Abeba
Mekelle;ETH;Mekele
Djibouti City;DJI;-
Mogadishu;SOM;Muqdisho
Hargeisa;SOM;Hargeysa
Kismayo;SOM;Kismaayo
El Fasher;SDN;Al-Fashir|Al Fashir|Al-Fasher|El-Fasher
El Geneina;SDN;Geneina|Al-Junaynah|El-Geneina
El Obeid;SDN;Al-Ubayyid|El-Obeid
N'Djamena;TCD;Ndjamena|N'djamena
Yaounde;CMR;-
Lome;TGO;-
Antananarivo;MDG;Tananarive
Maputo;MOZ;Lourenco Marques
Harare;ZWE;-
Gqeberha;ZAF;Port Elizabeth
Pretoria;ZAF;Tshwane
Kinshasa;COD;Leopoldville
Lubumbashi;COD;Elisabethville
Timbuktu;MLI;Tombouctou
Praia;CPV;-
Sao Tome;STP;-
Nuku'alofa;TON;Nukualofa
Port Moresby;PNG;-
Noumea;NCL;-
Hiroshima;JPN;-
Tokyo;JPN;Tokio
Saly;SEN;Saly Portudal
Nadi;FJI;-
Saint-Louis;SEN;-
"""

# Cities and towns that GeoNames' extract lacks or that need the name of their region: name; country; kind; latitude; longitude; other names.
MORE = """
Austin, Texas;USA;city;30.27;-97.74;
Charlotte, North Carolina;USA;city;35.23;-80.84;
Columbus, Ohio;USA;city;39.96;-83.00;
Columbia, South Carolina;USA;city;34.00;-81.03;
Cleveland, Ohio;USA;city;41.50;-81.69;
Lincoln, Nebraska;USA;city;40.81;-96.68;
Jackson, Mississippi;USA;city;32.30;-90.18;
Madison, Wisconsin;USA;city;43.07;-89.40;
Mobile, Alabama;USA;city;30.69;-88.04;
Montgomery, Alabama;USA;city;32.38;-86.31;
Alexandria, Virginia;USA;city;38.80;-77.05;
Richmond, Virginia;USA;city;37.55;-77.46;
Springfield, Illinois;USA;city;39.80;-89.64;
Lexington, Kentucky;USA;city;38.05;-84.50;
Raleigh, North Carolina;USA;city;35.78;-78.64;
Durham, North Carolina;USA;city;35.99;-78.90;
Buffalo, New York;USA;city;42.89;-78.88;
Newark, New Jersey;USA;city;40.74;-74.17;
Dayton, Ohio;USA;city;39.76;-84.19;
Reno, Nevada;USA;city;39.53;-119.81;
Savannah, Georgia;USA;city;32.08;-81.10;Sea Island, Georgia
Norfolk, Virginia;USA;city;36.85;-76.29;Naval Station Norfolk
Stockton, California;USA;city;37.96;-121.29;
Toledo, Ohio;USA;city;41.66;-83.56;
Crawford, Texas;USA;city;31.53;-97.44;
Wilmington, Delaware;USA;city;39.75;-75.55;
Rehoboth Beach;USA;city;38.72;-75.08;Rehoboth Beach, Delaware
Chevy Chase;USA;city;38.98;-77.08;
Bethesda;USA;city;38.98;-77.10;
Jackson Hole;USA;city;43.48;-110.76;
Shepherdstown;USA;city;39.43;-77.80;
Glassboro;USA;city;39.70;-75.11;Glassboro, New Jersey
Kennebunkport;USA;city;43.36;-70.48;
Bretton Woods;USA;city;44.26;-71.44;
Rancho Mirage;USA;city;33.74;-116.41;
Bedminster;USA;city;40.68;-74.65;Bedminster, New Jersey
Palm Beach;USA;city;26.71;-80.04;
Hyde Park, New York;USA;city;41.79;-73.93;
Hamilton, Ontario;CAN;city;43.25;-79.87;
London, Ontario;CAN;city;42.98;-81.25;
Windsor, Ontario;CAN;city;42.31;-83.04;
Regina, Saskatchewan;CAN;city;50.45;-104.62;
Victoria, British Columbia;CAN;city;48.43;-123.37;
Kananaskis;CAN;city;50.93;-115.12;Kananaskis, Alberta
La Malbaie;CAN;city;47.65;-70.15;
Charlevoix;CAN;city;47.44;-70.50;
Montebello, Quebec;CAN;city;45.65;-74.94;Chateau Montebello
Huntsville, Ontario;CAN;city;45.33;-79.22;Muskoka
Mont-Tremblant;CAN;city;46.12;-74.60;Mont Tremblant
Whistler;CAN;city;50.12;-122.96;
Gander, Newfoundland;CAN;city;48.95;-54.61;
Los Cabos;MEX;city;22.89;-109.92;
Salvador da Bahia;BRA;city;-12.97;-38.50;Salvador, Bahia
Santos, Brazil;BRA;city;-23.96;-46.33;
Heiligendamm;DEU;city;54.14;11.84;
Meseberg;DEU;city;52.97;13.11;
Elmau;DEU;city;47.46;11.19;
Petersberg;DEU;venue;50.69;7.21;@Bonn|Hotel Petersberg|Petersberg Hotel
Bad Reichenhall;DEU;city;47.73;12.88;
Gleneagles;GBR;city;56.28;-3.75;
Carbis Bay;GBR;city;50.20;-5.47;
St Ives;GBR;city;50.21;-5.48;St. Ives
Lough Erne;GBR;city;54.44;-7.68;
Bletchley Park;GBR;venue;52.00;-0.74;@Milton Keynes|Bletchley
Sandhurst;GBR;venue;51.34;-0.76;@London
Wilton Park;GBR;venue;50.91;-0.31;@London
Reading, England;GBR;city;51.46;-0.97;
Bath, England;GBR;city;51.38;-2.36;
York, England;GBR;city;53.96;-1.08;
Lincoln, England;GBR;city;53.23;-0.54;
Adare;IRL;city;52.56;-8.79;Adare Manor
Shannon Airport;IRL;venue;52.70;-8.92;@Limerick|Shannon, Ireland
Nancy, France;FRA;city;48.69;6.18;
Colombey-les-Deux-Eglises;FRA;city;48.22;4.89;
Saint-Malo;FRA;city;48.65;-2.03;St Malo|St. Malo
La Baule;FRA;city;47.29;-2.39;
Le Touquet;FRA;city;50.52;1.59;
Colleville-sur-Mer;FRA;city;49.35;-0.85;
Courchevel;FRA;city;45.42;6.63;
Porto Rotondo;ITA;city;41.03;9.54;
Pratica di Mare;ITA;venue;41.65;12.45;@Rome|Pratica-di-Mare|Pratica di Mare air base
La Maddalena;ITA;city;41.21;9.41;
Borgo Egnazia;ITA;venue;40.88;17.39;@Fasano
Cernobbio;ITA;city;45.84;9.08;
Camp Darby;ITA;venue;43.64;10.32;@Pisa
Castel Gandolfo;VAT;residence;41.75;12.65;@Castel Gandolfo
Burgenstock;CHE;city;47.00;8.38;Buergenstock|Burgenstock Resort
Mont Pelerin;CHE;city;46.50;6.82;
Crans-Montana;CHE;city;46.31;7.48;
Chateau-d'Oex;CHE;city;46.47;7.13;
Glion;CHE;city;46.43;6.93;
Brdo;SVN;residence;46.28;14.37;@Kranj|Brdo Castle|Castle of Brdo|Brdo pri Kranju
Brijuni;HRV;city;44.91;13.76;Brioni
Igalo;MNE;city;42.46;18.51;
Portoroz;SVN;city;45.51;13.59;
Visegrad;HUN;city;47.79;18.97;
Tihany;HUN;city;46.91;17.89;
Jurata;POL;city;54.68;18.71;
Narva-Joesuu;EST;city;59.46;28.04;
Lubmin;DEU;city;54.14;13.61;
Kultaranta;FIN;residence;60.48;21.99;@Naantali
Saariselka;FIN;city;68.42;27.41;
Svolvaer;NOR;city;68.23;14.57;
Soria Moria;NOR;venue;59.98;10.67;@Oslo|Soria Moria Hotel
Losby;NOR;venue;59.89;10.96;@Oslo|Losby Gods
Harpsund;SWE;residence;59.09;16.46;@Flen
Ilulissat;GRL;city;69.22;-51.10;
Kangerlussuaq;GRL;city;67.01;-50.69;
Pituffik;GRL;city;76.53;-68.70;Pituffik Space Base|Thule Air Base
Keflavik;ISL;city;64.00;-22.56;
Thingvellir;ISL;city;64.26;-21.13;
Strelna;RUS;city;59.85;30.04;
Zavidovo;RUS;residence;56.56;36.53;@Moscow
Novo-Ogaryovo;RUS;residence;55.73;37.19;@Moscow|Novo-Ogarevo|Novo Ogaryovo|Novo-Ogareva|Novoogaryovo
Gorki-9;RUS;residence;55.73;37.13;@Moscow|Gorki 9|Gorki residence
Barvikha;RUS;residence;55.74;37.28;@Moscow
Bocharov Ruchei;RUS;residence;43.64;39.69;@Sochi|Bocharov Ruchey|Bocharov Ruchei residence
Krasnaya Polyana;RUS;city;43.68;40.20;
Rosa Khutor;RUS;city;43.67;40.30;
Sirius;RUS;city;43.41;39.96;Sirius Federal Territory
Tsarskoye Selo;RUS;city;59.72;30.41;Tsarskoe Selo
Russky Island;RUS;city;43.02;131.85;Russkiy Island
Star City;RUS;city;55.88;38.11;
Vostochny Cosmodrome;RUS;venue;51.88;128.33;@Blagoveshchensk|Vostochny Spaceport|Vostochny
Plesetsk;RUS;city;62.71;40.29;Plesetsk Cosmodrome
Alabuga;RUS;city;55.79;52.05;
Kubinka;RUS;city;55.57;36.70;
Valaam;RUS;city;61.39;30.95;
Dolgiye Borody;RUS;residence;57.96;33.22;@Valdai
Chkalovsky;RUS;venue;55.88;38.06;@Moscow
Livadia;UKR;city;44.47;34.14;Oreanda
Foros;UKR;city;44.39;33.79;
Viskuli;BLR;residence;52.58;23.85;@Brest|Belovezhskaya Pushcha|Bialowieza Forest
Zaslavl residence;BLR;residence;53.98;27.28;@Minsk|Zaslavl
Drozdy residence;BLR;residence;53.96;27.47;@Minsk|Drozdy
Shchuchinsk;KAZ;city;52.93;70.20;Burabay|Borovoye
Aktau;KAZ;city;43.65;51.16;Aqtau
Avaza;TKM;city;39.97;52.83;Awaza|Avaza resort
Ala Archa;KGZ;residence;42.82;74.59;@Bishkek|Ala-Archa|Ala Archa state residence
Nusa Dua;IDN;city;-8.80;115.23;
Jimbaran;IDN;city;-8.78;115.17;
Sanur;IDN;city;-8.69;115.26;
Labuan Bajo;IDN;city;-8.49;119.88;
Sentosa;SGP;city;1.25;103.83;Sentosa Island
Langkawi;MYS;city;6.35;99.80;
Wuzhen;CHN;city;30.75;120.49;
Boao;CHN;city;19.16;110.58;
Beidaihe;CHN;city;39.83;119.48;
Moganshan;CHN;city;30.61;119.87;
Doklam;BTN;city;27.28;88.92;
Benaulim;IND;city;15.26;73.93;
Kumarakom;IND;city;9.62;76.43;
Kevadia;IND;city;21.84;73.72;Ekta Nagar
Gulmarg;IND;city;34.05;74.38;
Wagah;PAK;city;31.60;74.57;Wagah border|Attari-Wagah
Kartarpur;PAK;city;32.08;75.02;Kartarpur Corridor
Torkham;AFG;city;34.12;71.09;Torkham crossing
Spin Boldak;AFG;city;31.01;66.40;
Camp Bastion;AFG;venue;31.85;64.22;@Lashkar Gah
Bagram;AFG;city;34.95;69.26;Bagram Airfield|Bagram Air Base
Toyako;JPN;city;42.60;140.86;Lake Toya
Shimoda;JPN;city;34.68;138.95;
Nagato;JPN;city;34.37;131.18;
Kashikojima;JPN;city;34.31;136.82;Ise-Shima|Ise Shima
Karuizawa;JPN;city;36.35;138.63;
Iwakuni;JPN;city;34.17;132.22;
Panmunjom;KOR;venue;37.96;126.68;@Paju|Panmunjon|Truce Village
Joint Security Area;KOR;venue;37.96;126.68;@Paju|JSA|Peace House|Freedom House|Tongilgak
Dorasan;KOR;city;37.90;126.71;
Mount Kumgang;PRK;city;38.66;128.10;Mt. Kumgang|Kumgangsan
Samjiyon;PRK;city;41.81;128.32;
Majdal Shams;SYR;city;33.27;35.77;
Quneitra;SYR;city;33.13;35.82;
Khmeimim;SYR;venue;35.40;35.95;@Latakia|Khmeimim Air Base|Hmeimim|Hmeymim
Al-Tanf;SYR;city;33.51;38.62;Tanf|Al Tanf
Ain al-Asad;IRQ;venue;33.79;42.44;@Baghdad|Al-Asad Air Base|Ain al-Assad|Al Asad Air Base
Sinjar;IRQ;city;36.32;41.87;Shingal
Shuneh;JOR;city;31.89;35.62;South Shuneh|Sweimeh|Suweima
Petra;JOR;city;30.32;35.48;Wadi Musa
Kerem Shalom;ISR;city;31.23;34.28;Kerem Shalom crossing
Erez;ISR;city;31.56;34.55;Erez crossing|Erez Crossing
Thurmont;USA;city;39.62;-77.41;
Lashkar Gah;AFG;city;31.59;64.37;
Flen;SWE;city;59.06;16.59;
Pordenone;ITA;city;45.96;12.66;
Masada;ISR;city;31.32;35.35;
Sigonella;ITA;venue;37.40;14.92;@Catania|Sigonella Naval Air Station
Aviano;ITA;venue;46.03;12.60;@Pordenone|Aviano Air Base
Langley;USA;venue;38.95;-77.15;@Washington|Langley, Virginia
Sde Boker;ISR;city;30.87;34.79;
Metula;ISR;city;33.28;35.58;
Taba;EGY;city;29.49;34.89;
El Alamein;EGY;city;30.83;28.95;New Alamein|Al-Alamein|Alamein
AlUla;SAU;city;26.61;37.92;Al-Ula|Al Ula|Al-'Ula
NEOM;SAU;city;28.00;35.20;Neom
Janadriyah;SAU;city;24.96;46.79;Al-Janadriyah
Rawdat Khuraim;SAU;residence;25.39;47.28;@Riyadh
Prince Sultan Air Base;SAU;venue;24.06;47.58;@Al Kharj
Al Udeid;QAT;venue;25.12;51.31;@Doha|Al Udeid Air Base|Al-Udeid
Camp Arifjan;KWT;venue;28.88;48.16;@Kuwait City
Natanz;IRN;city;33.51;51.92;
Fordow;IRN;city;34.88;51.00;Fordo
Kish Island;IRN;city;26.54;53.98;
Kharg Island;IRN;city;29.24;50.31;
Goree Island;SEN;city;14.67;-17.40;Goree
Camp David;USA;residence;39.65;-77.46;@Thurmont|Catoctin
Skukuza;ZAF;city;-25.00;31.59;
Sun City;ZAF;city;-25.34;27.09;
Sipopo;GNQ;city;3.74;8.87;
Abyei;SSD;city;9.59;28.44;
Camp Lemonnier;DJI;venue;11.55;43.16;@Djibouti City
Punta del Este;URY;city;-34.97;-54.95;
Guantanamo Bay;CUB;city;19.91;-75.21;Naval Station Guantanamo Bay
Waitangi;NZL;city;-35.27;174.08;
Rarotonga;COK;city;-21.23;-159.78;
Diego Garcia;IOT;city;-7.31;72.41;
Ascension Island;SHN;city;-7.95;-14.36;
Hagatna;GUM;capital;13.48;144.75;Agana
Hambantota;LKA;city;6.12;81.12;
Basseterre;KNA;capital;17.30;-62.72;
Davos;CHE;city;46.80;9.84;
Interlaken;CHE;city;46.69;7.86;
Versoix;CHE;city;46.28;6.16;
Meghri;ARM;city;38.90;46.24;
Alpbach;AUT;city;47.40;11.94;
Velden;AUT;city;46.61;14.04;
Gabala;AZE;city;40.98;47.85;Qabala
Stepanakert;AZE;city;39.82;46.75;Khankendi
Srebrenica;BIH;city;44.11;19.30;
Paro;BTN;city;27.43;89.42;
Kasane;BWA;city;-17.80;25.15;
Banff;CAN;city;51.18;-115.57;
Iqaluit;CAN;city;63.75;-68.52;
Churchill, Manitoba;CAN;city;58.77;-94.17;
Bunagana;COD;city;-1.30;29.59;
Puerto Williams;CHL;city;-54.93;-67.61;
Bad Godesberg;DEU;city;50.68;7.15;
Berchtesgaden;DEU;city;47.63;13.00;
Ramstein;DEU;city;49.45;7.55;Ramstein-Miesenbach
Gransee;DEU;city;53.01;13.16;
Inari;FIN;city;68.91;27.03;
Palikir;FSM;capital;6.92;158.16;
Kolonia;FSM;city;6.96;158.21;
Deauville;FRA;city;49.36;0.07;
Evian;FRA;city;46.40;6.59;Evian-les-Bains
Enniskillen;GBR;city;54.34;-7.64;
Lerwick;GBR;city;60.15;-1.14;
Stornoway;GBR;city;58.21;-6.39;
Borjomi;GEO;city;41.84;43.38;
Mestia;GEO;city;43.05;42.73;
Delphi;GRC;city;38.48;22.50;
Roatan;HND;city;16.32;-86.54;
Opatija;HRV;city;45.34;14.31;
Killarney;IRL;city;52.06;-9.51;
Caesarea;ISR;city;32.50;34.90;
Dharamsala;IND;city;32.22;76.32;Dharamshala
Mahabalipuram;IND;city;12.62;80.19;Mamallapuram
Tawang;IND;city;27.59;91.87;
Halabja;IRQ;city;35.18;45.98;
Tal Afar;IRQ;city;36.38;42.45;
Asaluyeh;IRN;city;27.48;52.61;
Anagni;ITA;city;41.74;13.16;
Assisi;ITA;city;43.07;12.62;
Fiuggi;ITA;city;41.80;13.22;
Positano;ITA;city;40.63;14.48;
Sorrento;ITA;city;40.63;14.38;
Stresa;ITA;city;45.88;8.54;
Taormina;ITA;city;37.85;15.29;
Hakone;JPN;city;35.23;139.11;
Cholpon-Ata;KGZ;city;42.65;77.08;Cholpon Ata
Preah Vihear;KHM;city;14.39;104.68;
Paju;KOR;city;37.76;126.78;
Pyeongchang;KOR;city;37.37;128.39;Pyongchang
Trakai;LTU;city;54.64;24.93;
Ghadames;LBY;city;30.13;9.50;Ghadamis
Ghat;LBY;city;24.96;10.18;
Kotor;MNE;city;42.42;18.77;
Tivat;MNE;city;42.43;18.70;
Marsaxlokk;MLT;city;35.84;14.54;Marsaxlokk Bay
Palma, Mozambique;MOZ;city;-10.77;40.48;
Hammerfest;NOR;city;70.66;23.68;
Kirkenes;NOR;city;69.73;30.05;
Lumbini;NPL;city;27.47;83.28;
Queenstown;NZL;city;-45.03;168.66;
Duqm;OMN;city;19.66;57.70;
Alotau;PNG;city;-10.31;150.46;
Boracay;PHL;city;11.97;121.92;
Taxila;PAK;city;33.74;72.80;
Koror;PLW;city;7.34;134.48;
Ngerulmud;PLW;capital;7.50;134.62;
Magas;RUS;city;43.17;44.81;
Suzdal;RUS;city;56.42;40.45;
Svetlogorsk;RUS;city;54.94;20.15;
Pushkin, St Petersburg;RUS;city;59.71;30.40;
Tsiolkovsky;RUS;city;51.76;128.12;
Diriyah;SAU;city;24.73;46.57;Ad-Diriyah
Bled;SVN;city;46.37;14.11;
Bentiu;SSD;city;9.23;29.83;
Abu Kamal;SYR;city;34.45;40.92;Albu Kamal|Al-Bukamal
Palmyra;SYR;city;34.56;38.27;Tadmur
Chornobyl;UKR;city;51.27;30.22;Chernobyl
Aspen;USA;city;39.19;-106.82;
Los Alamos;USA;city;35.88;-106.30;
Luganville;VUT;city;-15.52;167.18;
Seiyun;YEM;city;15.94;48.79;Sayun
Mokha;YEM;city;13.32;43.25;Al-Makha
Mary, Turkmenistan;TKM;city;37.59;61.83;
Van, Turkey;TUR;city;38.49;43.38;
Al-Bab;SYR;city;36.37;37.52;
Chantilly;FRA;city;49.19;2.47;
Vladimir, Russia;RUS;city;56.13;40.41;
Salem, India;IND;city;11.65;78.16;
Pereira, Colombia;COL;city;4.81;-75.70;
Armenia, Colombia;COL;city;4.53;-75.68;
St. Petersburg, Florida;USA;city;27.77;-82.64;St Petersburg, Florida
Batman, Turkey;TUR;city;37.88;41.13;
"""

# Residences and meeting places: name; country; kind; the city whose coordinates it takes; other names.
VENUES = """
# Russia
Kremlin;RUS;residence;Moscow;Moscow Kremlin|the Kremlin
Grand Kremlin Palace;RUS;residence;Moscow;Great Kremlin Palace
Senate Palace;RUS;residence;Moscow;Kremlin Senate|Senate building of the Kremlin
State Kremlin Palace;RUS;venue;Moscow;
Meindorf Castle;RUS;residence;Moscow;Maiendorf Castle|Meiendorf Castle|Mayendorf Castle|Meindorf estate
Russian White House;RUS;venue;Moscow;
Foreign Ministry Reception House;RUS;venue;Moscow;Reception House of the Russian Foreign Ministry|Spiridonovka Palace|Spiridonovka
Smolenskaya Square;RUS;venue;Moscow;
Spaso House;RUS;residence;Moscow;
Vnukovo;RUS;venue;Moscow;Vnukovo-2|Vnukovo-2 airport|Vnukovo Airport
President Hotel;RUS;venue;Moscow;President-Hotel
Skolkovo;RUS;venue;Moscow;
Patriot Park;RUS;venue;Moscow;
National Defence Control Centre;RUS;venue;Moscow;National Defense Control Center|National Defence Management Centre
Konstantinovsky Palace;RUS;residence;St Petersburg;Constantine Palace|Konstantin Palace|Konstantinovskiy Palace|Palace of Congresses|National Congress Palace
Tauride Palace;RUS;venue;St Petersburg;Tavrichesky Palace
Mikhailovsky Palace;RUS;venue;St Petersburg;
Boris Yeltsin Presidential Library;RUS;venue;St Petersburg;Presidential Library
Expoforum;RUS;venue;St Petersburg;
State Hermitage;RUS;venue;St Petersburg;Hermitage Museum
Catherine Palace;RUS;venue;St Petersburg;
Far Eastern Federal University;RUS;venue;Vladivostok;
Kazan Expo;RUS;venue;Kazan;Kazan Kremlin
Sirius Park of Science and Art;RUS;venue;Sochi;Sirius University
# United States
White House;USA;residence;Washington;
Oval Office;USA;residence;Washington;
East Room;USA;venue;Washington;
Cabinet Room;USA;venue;Washington;
Blair House;USA;residence;Washington;
Pentagon;USA;venue;Washington;
Capitol;USA;venue;Washington;US Capitol|U.S. Capitol|Capitol Hill
Foggy Bottom;USA;venue;Washington;Harry S. Truman Building|State Department building
Eisenhower Executive Office Building;USA;venue;Washington;
Naval Observatory;USA;residence;Washington;
Kennedy Center;USA;venue;Washington;
Institute of Peace;USA;venue;Washington;US Institute of Peace|U.S. Institute of Peace
Joint Base Andrews;USA;venue;Washington;Andrews Air Force Base
Willard Hotel;USA;venue;Washington;Willard InterContinental
Dumbarton Oaks;USA;venue;Washington;
Wye River;USA;venue;Washington;Wye Plantation|Wye River Plantation|Wye Mills
Mar-a-Lago;USA;residence;Palm Beach;Mar a Lago
Bedminster golf club;USA;residence;Bedminster;Trump National Golf Club Bedminster
Prairie Chapel Ranch;USA;residence;Crawford, Texas;Crawford ranch|Bush ranch|Crawford Ranch
Walker's Point;USA;residence;Kennebunkport;
Sunnylands;USA;venue;Rancho Mirage;Sunnylands estate|Annenberg Retreat
Filoli;USA;venue;San Francisco;Filoli estate|Filoli Estate|Filoli mansion
Moscone Center;USA;venue;San Francisco;
UN Headquarters;USA;venue;New York;United Nations Headquarters|U.N. Headquarters|UN headquarters|U.N. headquarters|United Nations headquarters
Waldorf Astoria;USA;venue;New York;Waldorf-Astoria|Waldorf Astoria Hotel
Lotte New York Palace;USA;venue;New York;
Glassboro State College;USA;venue;Glassboro;Hollybush
Wright-Patterson Air Force Base;USA;venue;Dayton, Ohio;Dayton air base|Wright-Patterson
Joint Base Elmendorf-Richardson;USA;venue;Anchorage;Elmendorf-Richardson|Elmendorf Air Force Base|JBER|Elmendorf
Hotel Captain Cook;USA;venue;Anchorage;
Fort McNair;USA;venue;Washington;
Johnson Space Center;USA;venue;Houston;
Rice University;USA;venue;Houston;Baker Institute
Faneuil Hall;USA;venue;Boston;
# France
Elysee Palace;FRA;residence;Paris;Elysee|Palais de l'Elysee
Hotel Matignon;FRA;residence;Paris;Matignon|Hotel de Matignon
Quai d'Orsay;FRA;venue;Paris;
Palace of Versailles;FRA;venue;Versailles;Chateau de Versailles|Versailles Palace|Grand Trianon
Fort de Bregancon;FRA;residence;Toulon;Bregancon
La Lanterne;FRA;residence;Versailles;
La Celle Saint-Cloud;FRA;venue;Paris;Chateau de la Celle Saint-Cloud
Chateau de Rambouillet;FRA;venue;Rambouillet;Rambouillet Castle
Chateau de Marly;FRA;venue;Paris;
Chateau de Benouville;FRA;venue;Caen;
Hotel Majestic;FRA;venue;Paris;Kleber International Conference Centre
Grand Palais;FRA;venue;Paris;
UNESCO headquarters;FRA;venue;Paris;UNESCO Headquarters
Chateau de Chantilly;FRA;venue;Chantilly;
Grand Palais Ephemere;FRA;venue;Paris;
# United Kingdom
10 Downing Street;GBR;residence;London;Number 10|No. 10|No 10|Downing Street
Chequers;GBR;residence;London;Chequers Court
Chevening;GBR;residence;London;Chevening House
Dorneywood;GBR;residence;London;
Buckingham Palace;GBR;residence;London;
St James's Palace;GBR;residence;London;St. James's Palace
Clarence House;GBR;residence;London;
Windsor Castle;GBR;residence;Windsor;
Sandringham;GBR;residence;London;
Balmoral;GBR;residence;Aberdeen;Balmoral Castle
Lancaster House;GBR;venue;London;
Mansion House;GBR;venue;London;
Carlton Gardens;GBR;residence;London;1 Carlton Gardens
Winfield House;GBR;residence;London;
Palace of Westminster;GBR;venue;London;Houses of Parliament|Westminster Hall
Blenheim Palace;GBR;venue;Oxford;
Hillsborough Castle;GBR;residence;Belfast;
Stormont;GBR;venue;Belfast;Stormont Castle|Parliament Buildings
Holyrood;GBR;residence;Edinburgh;Holyroodhouse
Bute House;GBR;residence;Edinburgh;
Leeds Castle;GBR;venue;London;
Brocket Hall;GBR;venue;London;
Trump Turnberry;GBR;venue;Glasgow;Turnberry
Celtic Manor;GBR;venue;Cardiff;
ExCeL London;GBR;venue;London;
# Germany
Federal Chancellery;DEU;residence;Berlin;German Chancellery|Chancellery in Berlin|Berlin Chancellery|Bundeskanzleramt
Bellevue Palace;DEU;residence;Berlin;Schloss Bellevue|Bellevue Castle
Villa Borsig;DEU;venue;Berlin;
Schloss Meseberg;DEU;residence;Meseberg;Meseberg Castle|Meseberg Palace
Schloss Elmau;DEU;venue;Elmau;Elmau Castle
Villa Hammerschmidt;DEU;residence;Bonn;
Reichstag;DEU;venue;Berlin;
Sanssouci;DEU;venue;Potsdam;
Cecilienhof;DEU;venue;Potsdam;Cecilienhof Palace
Charlottenburg Palace;DEU;venue;Berlin;Schloss Charlottenburg
Hotel Adlon;DEU;venue;Berlin;Adlon
Hotel Bayerischer Hof;DEU;venue;Munich;Bayerischer Hof
Munich Residenz;DEU;venue;Munich;
Kurhaus Baden-Baden;DEU;venue;Baden-Baden;
Ramstein Air Base;DEU;venue;Ramstein;
# China
Great Hall of the People;CHN;venue;Beijing;
Diaoyutai State Guesthouse;CHN;residence;Beijing;Diaoyutai|Diaoyutai Guesthouse|Diaoyutai State Guest House|Fangfei Garden
Zhongnanhai;CHN;residence;Beijing;
Yanqi Lake;CHN;venue;Beijing;Yanqi Lake International Convention Centre|Sunrise Kempinski
Forbidden City;CHN;venue;Beijing;Palace Museum
Yuquan Hill;CHN;residence;Beijing;
August 1st Building;CHN;venue;Beijing;Bayi Building
National Convention Center;CHN;venue;Beijing;China National Convention Center
Xijiao State Guest House;CHN;residence;Shanghai;Xijiao State Guesthouse|Xijiao Guesthouse
Jin Jiang Hotel;CHN;venue;Shanghai;Jinjiang Hotel
West Lake State Guest House;CHN;residence;Hangzhou;West Lake State Guesthouse
East Lake;CHN;residence;Wuhan;East Lake State Guesthouse
Meijiang Convention Center;CHN;venue;Tianjin;Tianjin Meijiang Convention and Exhibition Center
Government House Hong Kong;HKG;residence;Hong Kong;
# Japan and Korea
Akasaka Palace;JPN;residence;Tokyo;State Guest House Akasaka Palace|Akasaka State Guest House|Akasaka
Kantei;JPN;residence;Tokyo;Prime Minister's Office of Japan
Imperial Palace;JPN;residence;Tokyo;Tokyo Imperial Palace
Iikura Guest House;JPN;venue;Tokyo;Iikura
Kyoto State Guest House;JPN;residence;Kyoto;
Otani Sanso;JPN;venue;Nagato;
Blue House;KOR;residence;Seoul;Cheong Wa Dae|Cheongwadae
Yongsan;KOR;residence;Seoul;Yongsan presidential office
Camp Humphreys;KOR;venue;Pyeongtaek;
Osan Air Base;KOR;venue;Osan;
Gimhae Air Base;KOR;venue;Busan;Gimhae Air Force Base
Nurimaru;KOR;venue;Busan;Nurimaru APEC House
Kumsusan Palace;PRK;venue;Pyongyang;Kumsusan Palace of the Sun|Kumsusan
Paekhwawon State Guesthouse;PRK;residence;Pyongyang;Paekhwawon|Baekhwawon|Paekhwawon State Guest House
Mansudae Assembly Hall;PRK;venue;Pyongyang;Mansudae
Kumsusan State Guesthouse;PRK;residence;Pyongyang;Kumsusan Guesthouse|Kumsusan State Guest House
Ryugyong Hotel;PRK;venue;Pyongyang;
# South and South-East Asia
Hyderabad House;IND;venue;New Delhi;
Rashtrapati Bhavan;IND;residence;New Delhi;
South Block;IND;venue;New Delhi;
7 Lok Kalyan Marg;IND;residence;New Delhi;Lok Kalyan Marg|7, Lok Kalyan Marg|7 Race Course Road
Bharat Mandapam;IND;venue;New Delhi;
Jawaharlal Nehru Bhawan;IND;venue;New Delhi;Sushma Swaraj Bhawan
Raj Bhavan;IND;residence;New Delhi;
Sabarmati Ashram;IND;venue;Ahmedabad;
Aiwan-e-Sadr;PAK;residence;Islamabad;
Prime Minister's House Islamabad;PAK;residence;Islamabad;
General Headquarters Rawalpindi;PAK;venue;Rawalpindi;GHQ Rawalpindi
Serena Hotel;PAK;venue;Islamabad;Islamabad Serena Hotel
Bangabhaban;BGD;residence;Dhaka;Ganabhaban
Temple Trees;LKA;residence;Colombo;
Arg Palace;AFG;residence;Kabul;
Malacanang;PHL;residence;Manila;Malacanang Palace|Malacanan Palace|Malacanan
Camp Aguinaldo;PHL;venue;Quezon City;
Istana;SGP;residence;Singapore;The Istana
Shangri-La Hotel Singapore;SGP;venue;Singapore;Shangri-La hotel|Shangri-La Hotel
Capella Hotel;SGP;venue;Singapore;Capella Singapore|Capella resort|Capella Hotel Sentosa
Metropole Hotel;VNM;venue;Hanoi;Sofitel Legend Metropole|Metropole Hanoi|Sofitel Legend Metropole Hanoi|Hotel Metropole
Presidential Palace Hanoi;VNM;residence;Hanoi;
Government House Bangkok;THA;venue;Bangkok;Thai Government House
Merdeka Palace;IDN;residence;Jakarta;Istana Merdeka
Istana Negara Jakarta;IDN;residence;Jakarta;
Bogor Palace;IDN;residence;Bogor;
Istana Negara;MYS;residence;Kuala Lumpur;
Perdana Putra;MYS;venue;Putrajaya;
Seri Perdana;MYS;residence;Putrajaya;Seri Perdana Complex
Kuala Lumpur Convention Centre;MYS;venue;Kuala Lumpur;Kuala Lumpur Convention Center|KLCC
Peace Palace Phnom Penh;KHM;residence;Phnom Penh;
Istana Nurul Iman;BRN;residence;Bandar Seri Begawan;
Apurva Kempinski;IDN;venue;Nusa Dua;
# Ukraine, Belarus, the Caucasus, Central Asia
Mariinsky Palace;UKR;residence;Kyiv;Mariyinsky Palace|Mariinskyi Palace
Bankova;UKR;residence;Kyiv;Bankova Street|Bankovaya
Verkhovna Rada building;UKR;venue;Kyiv;
Livadia Palace;UKR;venue;Yalta;Livadiya Palace
Massandra Palace;UKR;venue;Yalta;
Palace of Independence;BLR;residence;Minsk;Independence Palace
President Hotel Minsk;BLR;venue;Minsk;
Ak Orda;KAZ;residence;Astana;Akorda|Ak Orda Palace|Akorda Palace|Akorda residence
Palace of Independence Astana;KAZ;venue;Astana;
Rixos Hotel Astana;KAZ;venue;Astana;Rixos President Astana|Rixos President Hotel|St. Regis Astana
Kuksaroy;UZB;residence;Tashkent;Kuksaroy Residence|Kuksaroy Palace|Koksaroy
Congress Center Samarkand;UZB;venue;Samarkand;Silk Road Samarkand
Yntymak Ordo;KGZ;residence;Bishkek;
Palace of Nations Dushanbe;TJK;residence;Dushanbe;Kohi Navruz|Kokhi Navruz
Oguzkhan Palace;TKM;residence;Ashgabat;Oguz Khan Palace
Zugulba;AZE;residence;Baku;Zugulba Palace
Ikh Tenger;MNG;residence;Ulaanbaatar;Ikh Tenger complex
State Palace Ulaanbaatar;MNG;residence;Ulaanbaatar;
Orbeliani Palace;GEO;residence;Tbilisi;
# Turkey
Presidential Complex;TUR;residence;Ankara;Bestepe|Presidential Complex Ankara|Ak Saray|Bestepe Presidential Complex|Presidential Complex of Turkey|Presidential Complex of Turkiye
Cankaya Mansion;TUR;residence;Ankara;Cankaya Palace|Cankaya Kosku
Dolmabahce;TUR;residence;Istanbul;Dolmabahce Palace|Dolmabahce working office
Vahdettin Pavilion;TUR;residence;Istanbul;Vahdettin Mansion|Vahdettin|Vahdettin Kosku
Ciragan Palace;TUR;venue;Istanbul;Ciragan
Yildiz Palace;TUR;residence;Istanbul;
Tarabya;TUR;residence;Istanbul;Huber Mansion|Huber Kosku
Incirlik Air Base;TUR;venue;Adana;Incirlik
NEST Convention Center;TUR;venue;Antalya;
# International Geneva, Vienna, and neutral grounds
Palais des Nations;CHE;venue;Geneva;
Villa La Grange;CHE;venue;Geneva;La Grange
Hotel InterContinental Geneva;CHE;venue;Geneva;InterContinental Hotel|Intercontinental Hotel|Hotel Intercontinental|InterContinental Geneva|Intercontinental Geneva
Hotel President Wilson;CHE;venue;Geneva;
Beau-Rivage Palace;CHE;venue;Lausanne;Beau Rivage Palace|Beau-Rivage
Chateau d'Ouchy;CHE;venue;Lausanne;
Hotel Lohn;CHE;residence;Bern;Lohn Estate|Lohn country estate
Bernerhof;CHE;venue;Bern;
Hofburg;AUT;residence;Vienna;Hofburg Palace
Ballhausplatz;AUT;residence;Vienna;
Palais Coburg;AUT;venue;Vienna;Coburg Palace|Coburg Palais
Palais Niederosterreich;AUT;venue;Vienna;
Hotel Imperial;AUT;venue;Vienna;
Vienna International Centre;AUT;venue;Vienna;Vienna International Center|UN headquarters in Vienna
Grand Hotel Wien;AUT;venue;Vienna;
Schonbrunn;AUT;venue;Vienna;Schonbrunn Palace|Schoenbrunn
Presidential Palace Helsinki;FIN;residence;Helsinki;
Mantyniemi;FIN;residence;Helsinki;
Kesaranta;FIN;residence;Helsinki;
Hofdi House;ISL;venue;Reykjavik;Hofdi
Harpa;ISL;venue;Reykjavik;Harpa Concert Hall
Peace Palace;NLD;venue;The Hague;
Binnenhof;NLD;venue;The Hague;Catshuis
Huis ten Bosch;NLD;residence;The Hague;
World Forum The Hague;NLD;venue;The Hague;
# Brussels
NATO headquarters;BEL;venue;Brussels;NATO Headquarters|NATO HQ
Europa building;BEL;venue;Brussels;Europa Building|Justus Lipsius
Berlaymont;BEL;venue;Brussels;Berlaymont building
Egmont Palace;BEL;venue;Brussels;
Royal Palace of Laeken;BEL;residence;Brussels;Laeken
SHAPE headquarters;BEL;venue;Mons;
# Italy and the Vatican
Quirinal Palace;ITA;residence;Rome;Quirinale|Palazzo del Quirinale|Quirinale Palace
Palazzo Chigi;ITA;residence;Rome;Chigi Palace
Villa Madama;ITA;venue;Rome;
Villa Doria Pamphili;ITA;venue;Rome;Villa Pamphili
Farnesina;ITA;venue;Rome;Palazzo della Farnesina
Palazzo Venezia;ITA;venue;Rome;
Villa Certosa;ITA;residence;Porto Rotondo;
Ducal Palace Genoa;ITA;venue;Genoa;
Villa Taverna;ITA;residence;Rome;
Rome Cavalieri;ITA;venue;Rome;
Apostolic Palace;VAT;residence;Vatican City;Vatican Palace
Vatican;VAT;venue;Vatican City;the Vatican
St Peter's Basilica;VAT;venue;Vatican City;St. Peter's Basilica|Saint Peter's Basilica|St Peter's Square|St. Peter's Square
Casa Santa Marta;VAT;residence;Vatican City;Santa Marta
# Spain, Portugal, the rest of Europe
Moncloa Palace;ESP;residence;Madrid;Moncloa|La Moncloa
Zarzuela Palace;ESP;residence;Madrid;Zarzuela|La Zarzuela
Royal Palace of Madrid;ESP;residence;Madrid;
El Pardo;ESP;residence;Madrid;Pardo Palace|Palacio de El Pardo
Marivent Palace;ESP;residence;Palma de Mallorca;Marivent
Viana Palace;ESP;venue;Madrid;
Belem Palace;PRT;residence;Lisbon;
Sao Bento;PRT;residence;Lisbon;Sao Bento Palace|Sao Bento Mansion
Necessidades Palace;PRT;venue;Lisbon;
Maximos Mansion;GRC;residence;Athens;Maximos
Astir Palace;GRC;venue;Athens;
Sandor Palace;HUN;residence;Budapest;
Carmelite Monastery;HUN;residence;Budapest;
Prague Castle;CZE;residence;Prague;
Lany;CZE;residence;Prague;Lany Castle|Lany Chateau
Cernin Palace;CZE;venue;Prague;Czernin Palace
Lichtenstein Palace;CZE;venue;Prague;Liechtenstein Palace
Bratislava Castle;SVK;venue;Bratislava;
Belweder;POL;residence;Warsaw;Belweder Palace|Belvedere Palace
Presidential Palace Warsaw;POL;residence;Warsaw;
Wawel;POL;venue;Krakow;Wawel Castle
Wilanow;POL;venue;Warsaw;Wilanow Palace
Rzeszow-Jasionka;POL;venue;Rzeszow;
Cotroceni Palace;ROU;residence;Bucharest;Cotroceni
Victoria Palace;ROU;residence;Bucharest;
Palace of Serbia;SRB;residence;Belgrade;Palata Srbija
Villa Mir;SRB;residence;Belgrade;
Euxinograd;BGR;residence;Varna;
Boyana;BGR;residence;Sofia;Boyana Residence
Vila Bled;SVN;residence;Bled;
Rideau Hall;CAN;residence;Ottawa;
24 Sussex;CAN;residence;Ottawa;24 Sussex Drive
Parliament Hill;CAN;venue;Ottawa;
Meech Lake;CAN;venue;Ottawa;Willson House
Citadelle;CAN;residence;Quebec City;
Manoir Richelieu;CAN;venue;La Malbaie;Fairmont Le Manoir Richelieu
Aras an Uachtarain;IRL;residence;Dublin;
Dublin Castle;IRL;venue;Dublin;
Farmleigh;IRL;residence;Dublin;Farmleigh House
Government Buildings Dublin;IRL;venue;Dublin;
Amalienborg;DNK;residence;Copenhagen;Amalienborg Palace
Marienborg;DNK;residence;Copenhagen;
Christiansborg;DNK;venue;Copenhagen;Christiansborg Palace
Sager Palace;SWE;residence;Stockholm;Sagerska Palace|Rosenbad
Stockholm Castle;SWE;residence;Stockholm;Drottningholm
Akershus;NOR;venue;Oslo;Akershus Fortress
Verdala Palace;MLT;residence;Valletta;Castille|Auberge de Castille
Ledra Palace;CYP;venue;Nicosia;Ledra Palace Hotel
# The Gulf and the Arab world
Al-Yamamah Palace;SAU;residence;Riyadh;Al Yamamah Palace|Yamamah Palace|Al-Yamama Palace
Diriyah Palace;SAU;residence;Riyadh;Diriyah Gate|At-Turaif|Irqah Palace|Erga Palace
Ritz-Carlton Riyadh;SAU;venue;Riyadh;Ritz-Carlton in Riyadh
Al-Salam Palace;SAU;residence;Jeddah;Al Salam Palace|Al-Salam Royal Palace
Al-Shati Palace;ARE;residence;Abu Dhabi;Al Shati Palace|Qasr Al Shati|Al-Shati
Qasr Al Watan;ARE;residence;Abu Dhabi;Qasr Al-Watan|Qasr al-Watan|Presidential Palace Abu Dhabi
Emirates Palace;ARE;venue;Abu Dhabi;
Zabeel Palace;ARE;residence;Dubai;
Expo City Dubai;ARE;venue;Dubai;Expo City
Lusail Palace;QAT;residence;Doha;
Amiri Diwan;QAT;residence;Doha;Amiri Diwan Palace|Emiri Diwan
Sheraton Doha;QAT;venue;Doha;Sheraton Grand Doha
Bayan Palace;KWT;residence;Kuwait City;
Seif Palace;KWT;residence;Kuwait City;Dasman Palace
Al-Sakhir Palace;BHR;residence;Manama;Sakhir Palace|Al Sakhir Palace
Al-Safriya Palace;BHR;residence;Manama;Safriya Palace
Al Alam Palace;OMN;residence;Muscat;Al-Alam Palace|Al Baraka Palace|Bait Al Baraka
Al Husseiniya Palace;JOR;residence;Amman;Husseiniya Palace|Al-Husseiniya Palace|Al Husseiniyeh Palace
Basman Palace;JOR;residence;Amman;Raghadan Palace
King Hussein Bin Talal Convention Centre;JOR;venue;Shuneh;King Hussein bin Talal Convention Center
Itihadiya Palace;EGY;residence;Cairo;Ittihadiya Palace|Ittihadiyah Palace|Al-Ittihadiya Palace|Heliopolis Palace|Al-Ittihadiyah Palace|Ittihadeya Palace
Abdeen Palace;EGY;residence;Cairo;
Tahrir Palace;EGY;venue;Cairo;
Ras El Tin Palace;EGY;residence;Alexandria;Ras al-Tin Palace
Arab League headquarters;EGY;venue;Cairo;
Muqata;PSE;residence;Ramallah;Mukataa|Muqataa|Muqata'a|Muqata compound|Mukata
Baabda Palace;LBN;residence;Beirut;Baabda|Baabda Presidential Palace
Grand Serail;LBN;residence;Beirut;Grand Serail Palace
Ain el-Tineh;LBN;residence;Beirut;Ain al-Tineh
People's Palace;SYR;residence;Damascus;Presidential Palace Damascus|Qasr al-Shaab
Republican Palace;IRQ;residence;Baghdad;Green Zone
Beit Aghion;ISR;residence;Jerusalem;Balfour Street
Beit HaNassi;ISR;residence;Jerusalem;
King David Hotel;ISR;venue;Jerusalem;
Yad Vashem;ISR;venue;Jerusalem;
Kirya;ISR;venue;Tel Aviv;HaKirya
Saadabad Palace;IRN;residence;Tehran;Sa'dabad Palace|Saadabad|Sadabad Palace|Sa'dabad
Niavaran Palace;IRN;residence;Tehran;Niavaran
Royal Palace Rabat;MAR;residence;Rabat;
Carthage Palace;TUN;residence;Carthage;
El Mouradia;DZA;residence;Algiers;El Mouradia Palace|Mouradia
# Africa
Union Buildings;ZAF;residence;Pretoria;
Tuynhuys;ZAF;residence;Cape Town;
Sandton Convention Centre;ZAF;venue;Johannesburg;Sandton|Sandton Convention Center
Nasrec;ZAF;venue;Johannesburg;
Aso Rock;NGA;residence;Abuja;Aso Villa|Aso Rock Villa|State House Abuja
African Union headquarters;ETH;venue;Addis Ababa;AU headquarters|African Union Headquarters
Menelik Palace;ETH;residence;Addis Ababa;Jubilee Palace
Urugwiro Village;RWA;residence;Kigali;Village Urugwiro
State House Nairobi;KEN;residence;Nairobi;
State House Entebbe;UGA;residence;Entebbe;
Jubilee House;GHA;residence;Accra;Flagstaff House
Koulouba Palace;MLI;residence;Bamako;Koulouba
Cidade Alta;AGO;residence;Luanda;Cidade Alta Presidential Palace
Palais de la Nation;COD;residence;Kinshasa;Mont Ngaliema
Unity Palace;CMR;residence;Yaounde;
Villa Somalia;SOM;residence;Mogadishu;Halane
# Latin America
Planalto Palace;BRA;residence;Brasilia;Planalto|Palacio do Planalto
Alvorada Palace;BRA;residence;Brasilia;Alvorada|Palacio da Alvorada
Itamaraty Palace;BRA;venue;Brasilia;Itamaraty
Granja do Torto;BRA;residence;Brasilia;
Museum of Modern Art Rio;BRA;venue;Rio de Janeiro;
Casa Rosada;ARG;residence;Buenos Aires;
Quinta de Olivos;ARG;residence;Buenos Aires;Olivos
San Martin Palace;ARG;venue;Buenos Aires;Palacio San Martin
Costa Salguero;ARG;venue;Buenos Aires;
Miraflores Palace;VEN;residence;Caracas;Miraflores
Los Pinos;MEX;residence;Mexico City;
National Palace;MEX;residence;Mexico City;Palacio Nacional
Chapultepec Castle;MEX;venue;Mexico City;Chapultepec
La Moneda;CHL;residence;Santiago;La Moneda Palace|Palacio de La Moneda
Cerro Castillo;CHL;residence;Vina del Mar;
Casa de Narino;COL;residence;Bogota;Narino Palace|Casa de Huespedes
Carondelet Palace;ECU;residence;Quito;Carondelet
Palacio de Gobierno Lima;PER;residence;Lima;Government Palace Lima|Torre Tagle
Palacio Quemado;BOL;residence;La Paz;Casa Grande del Pueblo
Palacio de Lopez;PRY;residence;Asuncion;
Residencia de Suarez;URY;residence;Montevideo;Estancia Anchorena
Revolution Palace;CUB;residence;Havana;Palace of the Revolution|Palacio de la Revolucion
Casa Presidencial;CRI;residence;San Jose;
Palacio de las Garzas;PAN;residence;Panama City;
# Oceania
Kirribilli House;AUS;residence;Sydney;Admiralty House
The Lodge;AUS;residence;Canberra;
Government House Canberra;AUS;residence;Canberra;Yarralumla
Parliament House Canberra;AUS;venue;Canberra;
Beehive;NZL;venue;Wellington;Premier House
"""

# Regions and larger places that reports give as a venue: name; country; latitude; longitude; other names.
REGIONS = """
Crimea;UKR;45.3;34.4;Crimean Peninsula|Crimean peninsula
Donbas;UKR;48.2;38.2;Donbass
Donetsk Region;UKR;48.0;37.8;Donetsk region|Donetsk Oblast|Donetsk oblast
Luhansk Region;UKR;48.9;39.0;Luhansk region|Luhansk Oblast|Lugansk Region
Kherson Region;UKR;46.6;33.5;Kherson region|Kherson Oblast
Zaporizhzhia Region;UKR;47.3;35.6;Zaporizhzhia region|Zaporizhzhia Oblast|Zaporozhye Region
Kharkiv Region;UKR;49.6;36.5;Kharkiv region|Kharkiv Oblast
Odesa Region;UKR;46.7;30.4;Odesa region|Odessa Region|Odesa Oblast
Kyiv Region;UKR;50.1;30.5;Kyiv region|Kyiv Oblast
Zakarpattia;UKR;48.4;23.3;Transcarpathia
Galicia;UKR;49.5;24.5;
Biryuchy Island;UKR;46.1;35.1;
Snake Island;UKR;45.26;30.20;Zmiinyi Island
Moscow Region;RUS;55.6;37.2;Moscow region|Moscow Oblast|Moscow oblast
Leningrad Region;RUS;60.0;31.0;Leningrad region|Leningrad Oblast
Rostov Region;RUS;47.7;41.0;Rostov region|Rostov Oblast
Kursk Region;RUS;51.7;36.2;Kursk region|Kursk Oblast
Belgorod Region;RUS;50.8;37.5;Belgorod region|Belgorod Oblast
Bryansk Region;RUS;52.9;33.4;Bryansk region|Bryansk Oblast
Tver Region;RUS;57.0;34.5;Tver region|Tver Oblast
Novgorod Region;RUS;58.2;32.7;Novgorod region|Novgorod Oblast
Kaliningrad Region;RUS;54.8;21.5;Kaliningrad region|Kaliningrad Oblast
Arkhangelsk Region;RUS;63.5;43.0;Arkhangelsk region
Murmansk Region;RUS;68.0;35.0;Murmansk region
Krasnodar Territory;RUS;45.3;39.5;Krasnodar region|Krasnodar Krai|Kuban
Stavropol Territory;RUS;45.0;43.4;Stavropol region|Stavropol Krai
Primorye Territory;RUS;45.0;134.7;Primorye|Primorsky Territory|Primorsky Krai|Maritime Region|Maritime Territory
Khabarovsk Territory;RUS;54.0;136.0;Khabarovsk region|Khabarovsk Krai
Kamchatka;RUS;56.0;159.0;Kamchatka Territory|Kamchatka Peninsula
Sakhalin;RUS;50.5;143.0;Sakhalin Region|Sakhalin Island
Amur Region;RUS;53.0;128.0;Amur region
Trans-Baikal Territory;RUS;52.5;116.0;Zabaykalsky Krai
Orenburg Region;RUS;51.8;55.1;Orenburg region
Astrakhan Region;RUS;47.0;47.5;Astrakhan region
Chelyabinsk Region;RUS;54.4;60.3;Chelyabinsk region
Kuril Islands;RUS;46.5;151.0;Kurils|Southern Kurils|South Kuril Islands|Northern Territories
Siberia;RUS;60.0;100.0;
Russian Far East;RUS;55.0;135.0;
Urals;RUS;58.0;60.0;
North Caucasus;RUS;43.5;44.5;
Chechnya;RUS;43.3;45.7;Chechen Republic
Dagestan;RUS;43.0;47.0;
Ingushetia;RUS;43.1;45.0;
North Ossetia;RUS;43.0;44.3;
Tatarstan;RUS;55.4;50.7;
Bashkortostan;RUS;54.2;56.6;Bashkiria
Buryatia;RUS;53.0;109.0;
Yakutia;RUS;66.0;129.0;
Altai;RUS;50.7;86.9;Altai Territory|Altai Republic
Tuva;RUS;51.8;94.5;
Karelia;RUS;63.0;33.0;
Kalmykia;RUS;46.3;45.3;
Chukotka;RUS;66.0;170.0;
Lake Baikal;RUS;53.5;108.0;Baikal
Abkhazia;ABH;43.0;41.0;
South Ossetia;OST;42.3;44.0;
Adjara;GEO;41.6;42.1;Ajara
Nagorno-Karabakh;AZE;39.8;46.7;Karabakh|Nagorny Karabakh|Artsakh
Nakhchivan Autonomous Republic;AZE;39.2;45.4;
Syunik;ARM;39.3;46.2;Zangezur
Transnistria;MDA;47.2;29.4;Transdniestria|Pridnestrovie|Trans-Dniester
Gagauzia;MDA;46.1;28.6;
Issyk-Kul;KGZ;42.4;77.2;Issyk Kul|Lake Issyk-Kul
Gorno-Badakhshan;TJK;38.3;72.5;
Karakalpakstan;UZB;43.0;59.0;
Fergana Valley;UZB;40.6;71.5;Ferghana Valley
Alaska;USA;64.0;-150.0;
Hawaii;USA;20.8;-156.3;
California;USA;37.0;-120.0;
Texas;USA;31.0;-99.0;
Florida;USA;28.0;-82.0;
New Jersey;USA;40.1;-74.7;
Maryland;USA;39.0;-76.8;
Maine;USA;45.3;-69.0;
Delaware;USA;39.0;-75.5;
State of Georgia;USA;32.6;-83.4;
Sea Island;USA;31.2;-81.4;
Massachusetts;USA;42.3;-71.8;
Pennsylvania;USA;41.0;-77.6;
Long Island;USA;40.8;-73.1;
Silicon Valley;USA;37.4;-122.1;
Martha's Vineyard;USA;41.4;-70.6;
Guam;GUM;13.4;144.8;
Puerto Rico;PRI;18.2;-66.4;
Alberta;CAN;55.0;-115.0;
Quebec;CAN;52.0;-72.0;Quebec Province
British Columbia;CAN;54.0;-125.0;
Nova Scotia;CAN;45.0;-63.0;
Newfoundland;CAN;48.5;-56.0;Newfoundland and Labrador
Ontario;CAN;50.0;-86.0;
Baja California;MEX;30.0;-115.0;
Chiapas;MEX;16.5;-92.5;
Yucatan;MEX;20.7;-89.0;
Patagonia;ARG;-44.0;-69.0;
Tierra del Fuego;ARG;-54.0;-68.0;
Falkland Islands;FLK;-51.8;-59.2;Malvinas|Falklands|Islas Malvinas
Amazonia;BRA;-4.0;-62.0;
Easter Island;CHL;-27.1;-109.4;
Galapagos;ECU;-0.7;-90.6;Galapagos Islands
Essequibo;GUY;6.0;-59.5;Esequibo
Scotland;GBR;56.5;-4.0;
Northern Ireland;GBR;54.6;-6.7;Ulster
Wales;GBR;52.3;-3.7;
England;GBR;52.5;-1.5;
Cornwall;GBR;50.4;-4.9;
Isle of Man;IMN;54.2;-4.5;
Bavaria;DEU;48.9;11.4;
Brandenburg;DEU;52.4;13.0;
Saxony;DEU;51.0;13.4;
Rhineland;DEU;50.4;7.5;Rhineland-Palatinate
North Rhine-Westphalia;DEU;51.5;7.5;
Mecklenburg;DEU;53.7;12.6;Mecklenburg-Western Pomerania|Mecklenburg-Vorpommern
Schleswig-Holstein;DEU;54.2;9.8;
Baden-Wurttemberg;DEU;48.6;9.0;Baden-Wuerttemberg
Hesse;DEU;50.6;9.0;
Rugen;DEU;54.4;13.4;
Corsica;FRA;42.1;9.1;
Normandy;FRA;49.0;0.3;
Brittany;FRA;48.2;-2.9;
Provence;FRA;43.8;5.6;
Alsace;FRA;48.3;7.5;
Riviera;FRA;43.6;7.1;French Riviera|Cote d'Azur
Ile-de-France;FRA;48.8;2.5;
Saint Martin;MAF;18.1;-63.1;St. Martin|St Martin
Martinique;MTQ;14.6;-61.0;
Guadeloupe;GLP;16.2;-61.5;
Reunion Island;REU;-21.1;55.5;La Reunion
Mayotte;MYT;-12.8;45.2;
New Caledonia;NCL;-21.3;165.4;
French Polynesia;PYF;-17.6;-149.5;Tahiti
French Guiana;GUF;4.0;-53.0;
Sicily;ITA;37.5;14.0;
Sardinia;ITA;40.0;9.0;
Apulia;ITA;41.0;16.5;Puglia
Tuscany;ITA;43.4;11.0;
Lombardy;ITA;45.6;9.8;
Lampedusa;ITA;35.5;12.6;
South Tyrol;ITA;46.7;11.4;
Capri;ITA;40.55;14.24;
Catalonia;ESP;41.8;1.5;
Basque Country;ESP;43.0;-2.6;
Andalusia;ESP;37.5;-4.7;
Mallorca;ESP;39.6;2.9;Majorca
Canary Islands;ESP;28.3;-16.5;Canaries|Tenerife|Lanzarote
Azores;PRT;38.5;-28.0;Lajes|Lajes Field|Terceira
Madeira;PRT;32.7;-17.0;
Crete;GRC;35.2;24.9;Souda Bay
Halkidiki;GRC;40.3;23.5;Chalkidiki|Halkidiki Peninsula
Mount Athos;GRC;40.2;24.3;Athos
Lesbos;GRC;39.2;26.3;Lesvos
Northern Cyprus;CYP;35.3;33.5;
Tyrol;AUT;47.2;11.4;
Carinthia;AUT;46.7;14.0;
Lapland;FIN;67.5;26.0;
Aland;ALA;60.2;20.0;Aland Islands
Gotland;SWE;57.5;18.5;
Svalbard;SJM;78.2;16.0;Spitsbergen
Lofoten;NOR;68.2;13.8;
Greenland;GRL;70.0;-42.0;
Faroe Islands;FRO;62.0;-6.8;Faroes
Republika Srpska;BIH;44.8;17.3;
Vojvodina;SRB;45.4;20.0;
Istria;HRV;45.1;13.9;
Transylvania;ROU;46.5;24.5;
Silesia;POL;50.3;18.7;
Masuria;POL;53.8;21.6;
Flanders;BEL;51.0;4.0;
Wallonia;BEL;50.4;4.9;
Xinjiang;CHN;41.0;85.0;Xinjiang Uygur Autonomous Region|Xinjiang Uyghur Autonomous Region
Tibet;CHN;31.5;88.0;Xizang|Tibet Autonomous Region
Inner Mongolia;CHN;44.0;113.0;
Hainan;CHN;19.2;109.7;Hainan Island|Hainan Province
Guangdong;CHN;23.4;113.4;
Guangxi;CHN;23.8;108.8;
Yunnan;CHN;25.0;101.5;
Sichuan;CHN;30.6;102.7;
Fujian;CHN;26.1;118.0;
Heilongjiang;CHN;47.8;127.8;
Liaoning;CHN;41.3;122.6;
Shandong;CHN;36.3;118.2;
Zhejiang;CHN;29.2;120.1;
Jiangsu;CHN;33.0;119.8;
Shaanxi;CHN;35.2;108.9;
Hubei;CHN;31.0;112.3;
Hunan;CHN;27.6;111.8;
Manchuria;CHN;45.0;125.0;
Kinmen;TWN;24.4;118.3;Quemoy
Hokkaido;JPN;43.2;142.8;
Okinawa;JPN;26.5;128.0;
Kyushu;JPN;32.8;131.0;
Senkaku Islands;JPN;25.8;123.5;Senkakus|Diaoyu Islands
Hiroshima Prefecture;JPN;34.5;132.7;
Yamaguchi Prefecture;JPN;34.2;131.6;
Jeju;KOR;33.4;126.5;Jeju Island|Cheju Island|Cheju
Demilitarized Zone;KOR;38.0;127.3;DMZ|Demilitarised Zone|Korean Demilitarized Zone
Bali;IDN;-8.4;115.2;
Sumatra;IDN;-0.6;101.3;
Java;IDN;-7.5;110.0;
Aceh;IDN;4.7;96.7;
West Papua;IDN;-4.3;138.1;
Lombok;IDN;-8.6;116.3;
Borneo;IDN;0.5;114.0;Kalimantan
Nusantara;IDN;-0.97;116.7;
Sabah, Malaysia;MYS;5.4;117.0;
Sarawak;MYS;2.5;113.0;
Mindanao;PHL;7.9;125.0;Bangsamoro
Palawan;PHL;9.8;118.7;
Subic Bay;PHL;14.8;120.2;
Kashmir;IND;34.2;75.0;Jammu and Kashmir|Jammu & Kashmir
Ladakh;IND;34.2;77.6;
Goa;IND;15.4;74.0;
Gujarat;IND;22.6;71.6;
Kerala;IND;10.4;76.5;
Punjab;IND;30.9;75.4;
Rajasthan;IND;26.6;73.9;
Tamil Nadu;IND;11.0;78.4;
Uttar Pradesh;IND;27.0;80.5;
Arunachal Pradesh;IND;28.0;94.5;
Assam;IND;26.2;92.9;
Manipur;IND;24.7;93.9;
West Bengal;IND;23.8;87.9;
Sikkim;IND;27.5;88.5;
Andaman Islands;IND;12.0;92.9;Andaman and Nicobar Islands
Azad Kashmir;PAK;33.9;73.8;Pakistan-administered Kashmir
Balochistan;PAK;28.5;65.9;Baluchistan
Khyber Pakhtunkhwa;PAK;34.5;72.0;
Waziristan;PAK;32.5;69.8;
Gilgit-Baltistan;PAK;35.8;75.0;
Sindh;PAK;25.9;68.5;
Helmand;AFG;31.4;64.3;
Panjshir;AFG;35.4;69.8;
Rakhine;MMR;20.0;93.5;Rakhine State
Shan State;MMR;21.5;98.0;
Chagos Islands;IOT;-6.3;71.9;Chagos|Chagos Archipelago
Gaza;PSE;31.4;34.4;Gaza Strip
West Bank;PSE;32.0;35.3;
Golan Heights;SYR;33.0;35.8;Golan
Galilee;ISR;32.8;35.4;
Negev;ISR;30.8;34.8;
Dead Sea;JOR;31.5;35.5;
Wadi Araba;JOR;30.4;35.2;Wadi Arava|Arava
Sinai;EGY;29.5;33.8;Sinai Peninsula
Suez Canal;EGY;30.5;32.3;
Great Bitter Lake;EGY;30.3;32.4;
Iraqi Kurdistan;IRQ;36.4;44.4;Kurdistan Region
Anbar;IRQ;32.6;42.0;
Hejaz;SAU;23.0;40.0;Hijaz
Qassim;SAU;26.2;43.5;Qasim
Asir;SAU;19.1;42.9;
Hadramawt;YEM;16.0;49.5;Hadhramaut|Hadramout
Socotra;YEM;12.5;53.9;
Rojava;SYR;36.6;40.5;
Shaba Farms;LBN;33.3;35.7;Shebaa Farms
Bekaa Valley;LBN;33.9;36.0;Bekaa
Southern Lebanon;LBN;33.3;35.4;South Lebanon
Hatay;TUR;36.4;36.2;
Cappadocia;TUR;38.6;34.8;
Thrace;TUR;41.2;27.0;
Khuzestan;IRN;31.4;49.0;
Cyrenaica;LBY;31.0;22.0;
Tripolitania;LBY;31.0;14.0;
Fezzan;LBY;26.5;14.0;
Western Sahara;ESH;24.5;-13.5;
Kabylia;DZA;36.6;4.8;
Djerba;TUN;33.8;10.9;
Darfur;SDN;13.5;24.0;
Kordofan;SDN;12.7;29.5;South Kordofan
Blue Nile State;SDN;11.2;34.0;
Tigray;ETH;13.9;38.8;
Amhara;ETH;11.5;38.0;
Oromia;ETH;8.0;39.0;
Ogaden;ETH;7.0;44.0;
Somaliland;SOM;9.8;46.0;
Puntland;SOM;8.4;48.5;
Jubaland;SOM;0.5;42.0;
Biafra;NGA;5.5;7.0;
North Kivu;COD;-0.8;29.0;Kivu
South Kivu;COD;-3.0;28.5;
Katanga;COD;-9.0;26.5;
Ituri;COD;1.8;30.0;
Cabinda;AGO;-5.0;12.4;
Cabo Delgado;MOZ;-12.3;39.5;
Zanzibar;TZA;-6.1;39.3;
Casamance;SEN;12.8;-15.3;
KwaZulu-Natal;ZAF;-28.5;30.9;
Kruger National Park;ZAF;-24.0;31.5;
Queensland;AUS;-22.5;144.4;
New South Wales;AUS;-32.0;147.0;
Tasmania;AUS;-42.0;147.0;
Western Australia;AUS;-25.5;122.0;
Bougainville;PNG;-6.2;155.2;
Antarctica;ATA;-80.0;0.0;
Pitcairn Islands;PCN;-25.1;-130.1;
Bermuda;BMU;32.3;-64.8;
Gibraltar;GIB;36.1;-5.35;
Aruba;ABW;12.5;-70.0;
Curacao;CUW;12.2;-69.0;
US Virgin Islands;VIR;18.3;-64.9;St. Thomas|St. Croix
Cayman Islands;CYM;19.3;-81.2;
"""

# ---------------------------------------------------------------------------------------------------------
# The work


class Place:
    def __init__(self, name, country, kind, latitude, longitude, population, aliases, source):
        self.name, self.country, self.kind = name, country, kind
        self.latitude, self.longitude = latitude, longitude
        self.population, self.aliases, self.source = population, aliases, source

    def row(self):
        return "\t".join([self.name, self.country, self.kind, f"{self.latitude:.2f}", f"{self.longitude:.2f}",
                          str(self.population), "|".join(self.aliases), self.source])


def read_cities(folder, warn):
    """The chosen cities of GeoNames under their English names."""
    cities = json.loads((folder / "geonames" / "cities15000.json").read_text(encoding="utf-8"))
    countries = json.loads((folder / "geonames" / "countries.json").read_text(encoding="utf-8"))
    iso3 = {code: fact["iso3"] for code, fact in countries.items()}
    country_names = {fold(fact["name"]).lower() for fact in countries.values()}
    capital_names = {(code, fold(fact["capital"]).lower()) for code, fact in countries.items() if fact["capital"]}
    capital_names |= {("KZ", "astana"), ("MN", "ulan bator"), ("AG", "saint john's"), ("GD", "saint george's"),
                      ("GG", "saint peter port"), ("PW", "ngerulmud"), ("MO", "macau"), ("VU", "port-vila"),
                      ("WF", "mata-utu"), ("EH", "laayoune"), ("CW", "willemstad")}
    renamed = {(code, name): new for name, code, new in rows(RENAMED)}
    quarters = {(fields[0], name) for fields in rows(QUARTERS) for name in fields[1:]}
    keep = {(code, fold(name).replace("`", "'").lower()): name for name, code in rows(KEEP)}
    found, chosen = set(), []

    for city in cities.values():
        code = city["countrycode"]
        name = re.sub(r"['`]$", "", fold(city["name"]).replace("`", "'"))
        raw = fold(city["name"])
        capital = (code, raw.lower()) in capital_names
        display = renamed.get((code, raw), renamed.get((code, name), name))
        kept = None
        for candidate in (raw, name, display):
            if (code, candidate.lower()) in keep:
                kept = (code, candidate.lower())
        if kept is None and city["population"] < 400_000:
            for alternate in city["alternatenames"]:
                key = (code, fold(alternate).lower())
                if key in keep and key not in found and all(ord(c) < 128 for c in key[1]):
                    kept, display = key, renamed.get((code, keep[key]), keep[key])
                    break
        if display == "-":
            continue
        if not (kept or capital):
            if city["population"] < THRESHOLDS.get(code, DEFAULT_THRESHOLD):
                continue
            if NOT_A_CITY.search(raw) or (code, raw) in quarters or (code, display) in quarters:
                continue
            if len(display) <= 3 and display not in SHORT or display.lower() in country_names:
                continue
        if kept:
            found.add(kept)
        # A hyphen and the Korean "si" (city) are no part of the name in English.
        display = re.sub(r"-si$", "", display)
        kind = "capital" if capital else "city"
        kind = CAPITALS.get(f"{display};{iso3[code]}", kind)
        place = Place(display, iso3[code], kind, city["latitude"], city["longitude"], city["population"], [], "geonames")
        place.kept = kept is not None
        place.alternate = kept is not None and kept[1] not in (raw.lower(), name.lower(), display.lower())
        chosen.append(place)
    elsewhere = {fold(name).lower() for fields in rows(MORE) for name in [fields[0], *fields[5].split("|")]}
    for key in sorted(set(keep) - found):
        if key[1] in elsewhere:
            continue
        warn(f"not in GeoNames' extract: {keep[key]} ({key[0]})")
    return chosen, set(iso3.values())


def unique(places):
    """One place a name, the most prominent: preferred, capital, population; and the second ones that AMBIGUOUS names."""
    ambiguous = {tuple(fields) for fields in rows(AMBIGUOUS)}
    preferred = {tuple(fields) for fields in rows(PREFERRED)}
    groups = collections.defaultdict(list)
    for place in places:
        groups[place.name.lower()].append(place)
    for group in groups.values():
        group.sort(key=lambda p: ((p.name, p.country) in preferred, p.kind == "capital", p.source == "own",
                                  not getattr(p, "alternate", False), p.population), reverse=True)
        seen = set()
        for number, place in enumerate(group):
            if number and ((place.name, place.country) not in ambiguous or place.country in seen):
                continue
            seen.add(place.country)
            yield place


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else pathlib.Path(__file__).parent.parent / "Data" / "places.tsv")
    problems = []
    cities, iso3 = read_cities(folder, problems.append)
    own = []
    for name, country, kind, latitude, longitude, aliases in rows(MORE):
        if kind != "-":
            own.append(Place(name, country, kind, float(latitude), float(longitude), 0,
                             [a for a in aliases.split("|") if a], "own"))
    # Where GeoNames has the town as well, its coordinates and population stand.
    known = {(p.name, p.country) for p in cities}
    extra = {(p.name, p.country): p for p in own if (p.name, p.country) in known}
    own = [p for p in own if (p.name, p.country) not in known]
    for place in cities:
        if (place.name, place.country) in extra:
            place.aliases = extra[place.name, place.country].aliases
    for name, country, latitude, longitude, aliases in rows(REGIONS):
        if latitude != "-":
            own.append(Place(name, country, "region", float(latitude), float(longitude), 0,
                             [a for a in aliases.split("|") if a], "own"))
    places = list(unique(cities + own))
    at = {}
    for place in sorted(places, key=lambda p: p.population):
        at[place.name, place.country] = place
    for name, country, aliases in rows(ALIASES):
        if (name, country) not in at:
            problems.append(f"aliases for a place that is not there: {name}, {country}")
        elif aliases != "-":
            place = at[name, country]
            place.aliases += [a for a in aliases.split("|") if a not in place.aliases]
    names = {p.name for p in places}
    for name, country, kind, city, aliases in rows(VENUES):
        if kind == "-":
            continue
        home = at.get((city, country)) or next((p for p in places if p.name == city), None)
        if home is None:
            problems.append(f"a venue in a city that is not there: {name} in {city}")
            continue
        if name in names:
            problems.append(f"a venue with the name of a place: {name}")
        if home.country != country:
            problems.append(f"a venue in another country's city: {name} in {city}")
        places.append(Place(name, home.country, kind, home.latitude, home.longitude, 0,
                            ["@" + city] + [a for a in aliases.split("|") if a and not a.startswith("the ")], "own"))
    # An alias that is another place's name, or another's alias already, is dropped; names go first, then prominence.
    taken = {p.name.lower(): p.name for p in places}
    for place in sorted(places, key=lambda p: (-p.population, p.name, p.country)):
        kept = []
        for alias in place.aliases:
            if alias.startswith("@") or alias.lower() not in taken:
                kept.append(alias)
                taken.setdefault(alias.lower(), place.name)
            elif taken[alias.lower()] != place.name:
                problems.append(f"alias {alias} of {place.name}: it is {taken[alias.lower()]} already")
        place.aliases = kept
    lines = ["# Cities, residences, meeting places and regions. Compiled by Tools/compile_places.py: change the tables there.",
             "# A capital is the seat of government where the two differ (La Paz, Ramallah). Coordinates of residences and venues are",
             "# those of their city. Aliases are other spellings of English-language news; diacritics are folded when matched.",
             "# source: geonames = GeoNames, cities15000 and countries (https://www.geonames.org), CC BY 4.0",
             "# source: own = compiled for this project; coordinates approximate, CC0 1.0",
             "name\tcountry\tkind\tlatitude\tlongitude\tpopulation\taliases\tsource"]
    lines += [place.row() for place in sorted(places, key=lambda p: (p.name, p.country, p.kind))]
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(places)} places: " + ", ".join(
        f"{kind} {count}" for kind, count in sorted(collections.Counter(p.kind for p in places).items())), file=sys.stderr)


if __name__ == "__main__":
    main()
