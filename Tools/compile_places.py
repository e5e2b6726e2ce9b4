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
DEFAULT_THRESHOLD = 100_000
THRESHOLDS = {
    **dict.fromkeys("CN".split(), 350_000),
    **dict.fromkeys("IN BR MX PH ID VN NG AO MY BD".split(), 250_000),
    **dict.fromkeys("US JP PK TH CD EG VE CO TR ZA PE AR KR".split(), 150_000),
    **dict.fromkeys("DE FR IT ES GB PL NL BE CA AU SE NO DK FI RO BG GR HU CZ SK PT AT CH IE".split(), 60_000),
    **dict.fromkeys("UA RU BY KZ UZ KG TJ TM GE AM AZ MD MN KP".split(), 50_000),
    **dict.fromkeys("RS HR BA ME MK AL XK SI EE LV LT CY MT LU IS".split(), 30_000),
    **dict.fromkeys("IL PS SY LB JO IQ IR YE SA AE OM QA KW BH LY AF".split(), 60_000),
    **dict.fromkeys("SD SS SO ET ER DJ ML NE BF TD CF MR SN GN SL LR TG BJ GH CI CM GA CG RW BI UG ZM ZW MW MZ "
                    "MG NA BW LS SZ".split(), 60_000),
    **dict.fromkeys("HT CU DO JM GT HN SV NI CR PA BO PY UY EC CL".split(), 70_000),
    **dict.fromkeys("HK SG PR RE GP MQ YT TW".split(), 250_000),
}

# Quarters of cities and administrative names, not cities.
NOT_A_CITY = re.compile(
    r"^(Sector \d|Paris \d|Quan |Thi Tran |Thanh Pho |Bukit |Kampung |Kampong |Taman |Bandar (?!Seri|Abbas|Lamp)|Mukim |"
    r"Jardim |Cidade |Delegacion|Hamburg-|Rayon |Verhunskyi|New South|West Raleigh|East New York|Paris |Lyon \d|Marseille \d|"
    r"City of |Stadtbezirk|Mueang |Bang |Sungai |Batu )|"
    r"( New Town| District| Qu| County| Model Thana| Estate| Town| Province| Heights| Cantonment| Cantt| Junction|"
    r" Manor| Township|Chengguanzhen|, Sichuan| \(borough\))$")

# Quarters and suburbs by name: the country, then their names.
QUARTERS = """
AE; Dayrah; Musaffah; Jebel Ali; Business Bay; Dubai Investments Park
AO; Mulenvos; Viana; Kikolo; Maianga; Camama; Golfe; Calumbo; Talatona; Nova Vida; Kima Kieza; Cazenga; Samba; Ramiros; Vila Flor; Navegantes; Kilamba; Zango; Benfica; Rangel; Sambizanga
AM; Malatia-Sebastia
AR; Balvanera; Merlo; San Miguel
AT; Favoriten; Donaustadt; Floridsdorf; Ottakring; Simmering; Meidling; Dobling; Hernals; Penzing; Liesing; Hietzing; Landstrasse; Leopoldstadt; Brigittenau
BD; Pallabi; Mohammadpur; Kafrul; Bhatara; Paltan; Motijheel; Savar; Tungi
BR; Grajau; Sapopemba; Sacoma; Brasilandia; Campo Limpo; Samambaia; Jabaquara; Itaquera; Itaim Paulista; Plano Piloto; Taguatinga; Planaltina; Pirituba; Vila Andrade; Pedreira; Parelheiros; Capao Redondo; Ceilandia; Serra; Franca; Paulista; Americana; Colombo; Palmas; Santa Maria; Alvorada; Santos; Salvador
CN; Puxi; Pudong; Bao'an; Minhang; Songjiang; Jiading; Baoshan; Qingpu; Putuo; Yangpu; Xuhui; Jing'an; Zhabei; Changning; Hongkou; Huangpu; Jinshan; Chongming; Tanggu; Banan; Chengzhong; Beibei; Fendou; Changzheng; Guli; Guankou; Longshan; Longgang; Dongling; Hangu; Daliang; Shiqi; Shijie; Gucun; Qibao; Yanghang; Longfeng; Pengpu; Chenghua; Boshan; Tanzhou; Heshan; Liupanshui Shi
CO; Kennedy; Bello; Pereira; Soledad; Armenia; Florencia; Palmira
CU; Almendares; Diez de Octubre; Arroyo Naranjo; Mantilla; Boyeros; Centro Habana; San Miguel del Padron; Ciudad Camilo Cienfuegos; Fontanar
DE; Wandsbek; Marienthal; Eimsbuttel; Altona; Neue Neustadt; Harburg; Neukolln; Kreuzberg; Spandau; Lichtenberg; Pankow; Schoneberg; Prenzlauer Berg; Wedding; Mitte; Friedrichshain; Charlottenburg; Tempelhof; Steglitz; Wilmersdorf; Moabit; Barmbek-Nord; Rahlstedt; Winterhude; Billstedt; Hagen; Neustadt; Nippes; Marzahn; Hellersdorf; Zehlendorf; Reinickendorf; Kopenick; Treptow; Bergedorf; Porz; Ehrenfeld; Kalk; Mulheim; Buer; Gesundbrunnen; Friedrichsfelde; Bad Cannstatt
DZ; Bab Ezzouar
EG; Madinat an Nasr; Al Khusus; Hada'iq al Qubbah; Al Qahirah al Jadidah; Halwan
ES; Eixample; Latina; Carabanchel; Puente de Vallecas; Fuencarral; Sant Marti; Ciudad Lineal; Fuencarral-El Pardo; Sants-Montjuic; Horta-Guinardo; Nou Barris; Hortaleza; San Blas-Canillejas; Tetuan de las Victorias; Tetuan; Gracia; Usera; Arganzuela; Salamanca; Chamberi; Chamartin; Retiro; Moratalaz; Ciutat Vella; Les Corts; Villaverde; Moncloa-Aravaca; Villa de Vallecas; San Blas; City Center; Sarria-Sant Gervasi; Sant Andreu; Carmel; Pinar de Chamartin; Sagrada Familia; Eixample Dreta; Rekalde; Almagro; La Dreta de l'Eixample; Natahoyo
FI; East Helsinki
FR; Marne La Vallee; Cergy-Pontoise; Nancy; Tours; Angers; Orange; Saint-Denis; Drancy; Clichy; Massy; Martigues
GB; Brent; Islington; Barking; Archway; Bexley; Sutton; Reading; Preston; Derby; Newport; Slough; Poole; York; Ilford; Enfield Town; Bath; Lincoln; Bury; Sale; Crosby; Rugby; Worthing; Hove; Battersea; Hackney; Harrow; Hayes; Wells; Eltham; Hastings; Woking; Crawley; Hendon; Stafford; Lancaster; Chester; Washington; Grays; Basildon; Morley; Lewisham; Camberwell; Bromley; Sheffield Hallam; Burton; Ealing; Fulham; Streatham; Tottenham; Wembley; Wood Green; Camden Town; Chelsea; Mayfair; Bethnal Green; Walthamstow; Stratford; Becontree; Edmonton; Wimbledon; Clapham; Brixton; Kensington; Hammersmith; Hampstead; Tower Hamlets; Isle of Dogs; Hounslow; Southall; Twickenham; Catford; Peckham; Deptford; Bermondsey; Holloway; Richmond; Norwood; Stretford; Sutton Coldfield; Halesowen; Royal Leamington Spa; Kidderminster; Nelson; Boston; Perth; Hamilton; Paisley; Livingston; Eccles; Solihull; Barry; Clinton; Halifax; Rochester; Margate; Folkestone; Bentley; Kingswood; Long Eaton; Stanley; Gosport; Christchurch; Ashford; Ellesmere Port; Royal Tunbridge Wells; Corby; Welwyn Garden City
GH; Atsiaman; Ashaiman
GN; Camayenne; Maneah
GR; Kallithea; Peristeri; Nikaia; Ilion; Zografos; Kifisia; Chaidari; Marousi; Galatsi; Vyronas; Keratsini; Irakleio; Palaio Faliro; Agia Paraskevi; Chalandri; Nea Smyrni; Ilioupoli; Argyroupoli; Glyfada; Acharnes; Aigaleo
HK; New Territories; Kowloon; Hong Kong Island; Victoria
HU; Pest; Buda; Kispest; Zuglo; Ujpest; Erzsebetvaros; Jozsefvaros; Obuda
IE; South Dublin; Tallaght; Lucan; Swords; Finglas; Blanchardstown
IL; West Jerusalem
IN; Rasapudipalem; Najafgarh; Shivaji Nagar; Rohini; Kanayannur; Narela; Dharavi; Jajmau; Borivli; Karol Bagh; Kukatpally; Kallakurichi; Nowrangapur; Teni; Salem; Loni; Bali; Mau; Pali; Chanda; Guna; Banda; Anand; Mango; Hassan; Puri; Moga; Kulti; Punasa; Pimpri; Gaya; Durg; Rampur; Arrah; Rewa; Mulugu; Kirari Sulemannagar; Dewas; Thane; Erode
IQ; Al Mawsil al Jadidah; Al Basrah al Qadimah; Al Madinah; Sumayl
IR; Qods; Golestan; Sari; Nasim Shahr; Nasimshahr; Khuy; Kashan
IT; Quarto Oggiaro; Sesto San Giovanni; Ostia; Lido di Ostia; Prati; Cosenza Vecchia; Latina; Fano; Massa; Rho; Cava; Monza e Brianza; Acilia-Castel Fusano-Ostia Antica; Scampia; Mestre; Bacoli; Vittoria; Trapani Centro; Lecco Maggianico
JM; New Kingston
JO; Hayy Khilda; Khuraybat as Suq; Wadi as Sir
JP; Setagaya; Ota; Aihara; Edogawe; Adachi; Honcho; Suginami; Itabashi; Koto; Katsushika; Shinagawa; Minato; Shinjuku; Nakano; Kita; Toshima; Meguro; Sumida; Bunkyo; Shibuya; Arakawa; Taito; Minato City; Chuo; Toyota; Hitachi; Izumi; Noda; Ueda; Fuji; Matsumoto; Yao; Tsu; Soka; Saga; Kure; Ube; Uji; Hino; Akashi; Sakura; Oyama; Iwata; Sayama; Yamato; Nishio; Itami; Ageo; Machida; Kakogawacho-honmachi; Kamirenjaku; Minamirinkan; Kukichuo; Katsuta; Izumo; Kariya; Okazaki; Kawaguchi; Ibaraki; Ichikawa; Fuchu; Yamagata; Kochi; Tochigi; Anjo; Otsu
KE; Karuri; Kikuyu; Matuga; Mwala; Lang'ata; Jomvu; Juja
KR; Hanam; Osan; Gijang; Masan
KP; Man'gyongdae-ri; Changam-ch'on; Paech'on-up; Sinp'o; Songnim-ni; Tokch'on
KZ; Oral
LB; Ra's Bayrut
LY; Az Zawiyah; Janzur
MA; Sale; Sale Al Jadida; Dar Bouazza; Fes al Bali; Safi
MX; Iztapalapa; Gustavo Adolfo Madero; Alvaro Obregon; Guadalupe; Tlalpan; Cuauhtemoc; Xochimilco; Venustiano Carranza; Azcapotzalco; Benito Juarez; Xico; Iztacalco; Miguel Hidalgo; Nicolas Romero; Magdalena Contreras; Colonia del Valle; Buenavista; La Paz; Cordoba; Salamanca; Santa Catarina; Tonala; Coyoacan; Ciudad Benito Juarez; Ciudad Lopez Mateos; Ojo de Agua
MY; Kampung Baru Subang; Pelentong; Kota Kuala Muda; Selayang Baru Utara; Setapak; Puchong; Kapar
NG; Agege; Ajegunle; Lekki; Obalende; Ikeja; Akowonjo; Alimosho; Mushin; Surulere; Oshodi; Shomolu; Ota; Aba; Saki; Ede; Iwo; Owo; Jos; Minna; Ondo; Oyo
NL; Almere Stad
PE; Santiago de Surco; Miraflores; Santa Anita - Los Ficus; Ica; San Isidro; Trujillo Centro
PH; Budta; Malingao; Mansilingan; San Pedro; San Pablo; Commonwealth; Libertad; Santol; Mantampay; Toledo; Concepcion; Mandaluyong City; Iligan City; Valenzuela; Bagong Silang; San Fernando; Santa Rosa; Naga
PK; Arifwala; Arif Wala; Hub; Dadu; Hyderabad City
PL; Mokotow; Praga Poludnie; Ursynow; Wola; Bielany; Targowek; Bemowo; Ochota; Zoliborz; Srodmiescie; Fordon; Wawer; Bialoleka; Czuby; Nowa Huta
RU; Kalininskiy; Krasnogvargeisky; Mar'ino; Vykhino-Zhulebino; Centralniy; Vasyl'evsky Ostrov; Severnyy; Yasenevo; Lyublino; Bibirevo; Khoroshevo-Mnevniki; Gol'yanovo; Admiralteisky; Strogino; Zhulebino; Engels; Kirov; Vladimir; Zyuzino; Otradnoye; Nagornyy; Izmaylovo; Tekstil'shchiki; Kuz'minki; Novogireyevo; Orekhovo-Borisovo; Orekhovo-Borisovo Severnoye; Chertanovo Yuzhnoye; Tushino; Vostochnoe Degunino; Bogorodskoye; Altuf'yevskiy; Novovladykino; Cheremushki; Sokol; Presnenskiy; Kapotnya; Akademicheskoe; Petrogradka; Kupchino; Obukhovo; Rybatskoye; Metrogorodok; Sviblovo; Perovo; Kolomyagi; Ozerki; Parnas; Krasnyy; Dachnoye; Tsentralniy; Mikhaylovka; Kalininsky; Kirovskiy; Frunzenskiy; Oktyabr'skiy; Leninskiy; Centralny; Novaya Balakhna; Kol'tsovo
SA; Sultanah
SD; Kosti; Singa
SG; Woodlands; Jurong West; Punggol
SN; Pikine; Thies Nones; Rufisque est
SO; Marka; El Dibir
TH; Watthana; Sai Mai; Latkrabang; Lat Krabang; Chatuchak; Ban Khlong Prawet; Khlong Sam Wa; Pak Kret; Nong Chok; Chom Thong
TM; Mary
TR; Esenyurt; Cankaya; Kucukcekmece; Bagcilar; Bahcelievler; Umraniye; Nilufer; Van; Uskudar; Esenler; Sancaktepe; Karabaglar; Batman; Muratpasa; Sultangazi; Maltepe; Beylikduzu; Atasehir; Sultanbeyli; Fatih; Karsiyaka; Konak; Sisli; Batikent; Zeytinburnu; Merkezefendi; Cigli; Arnavutkoy; Basaksehir; Golbasi; Buyukcekmece; Karaman; Aydin; Ordu; Eregli
UA; Saltivka; Desna; Dniprovskyi; Pravyi Bereh; Darnytsya; Vyhurivshchyna-Troyeshchyna; Obolon; Shevchenkivskyi; Borshchahivka; Desnyanskyi; Novozavodskyi; Tsentralnyi; Rutchenkivskyi; Fortechnyi; Nyzhnodniprovsk; Avtozavodskyi; Sykhiv; Zarichnyi; Kholodnohirskyi; Podil; Pecherskyi
UG; Kira; Bunamwaya; Kyengera; Nansana; Kasangati; Katabi
US; Queens; Jamaica; Ontario; Meads; Maryvale; Tri-Cities; New South Memphis; South Boston; Paradise; Aurora; Chandler; Gilbert; Henderson; Irving; Irvine; Garland; Glendale; Fremont; Eugene; Salem; Cary; Corona; Mesa; Hollywood; Lakewood; Jackson; Lancaster; Cypress; Enterprise; Lincoln; Madison; Columbus; Montgomery; Mobile; Charlotte; Austin; Springfield; Alexandria; Victoria; Hamilton; Columbia; Independence; Concord; Hampton; Warren; Bellevue; Thornton; Roseville; Surprise; Orange; Hayward; Salinas; Pasadena; Vancouver; Lexington-Fayette; East Flatbush; East Chattanooga; Spring Valley; Deer Valley; Newport News; Peoria; Upper West Side; Toledo; Clarksville; Frisco; Hartford; Palmdale; Pomona; Fullerton; Torrance; Sterling Heights; Carrollton; Midland; Waterbury; Bridgeport; Cedar Rapids; Elizabeth; Kent; Stamford; Visalia; Killeen; Jackson; Worcester; Bakersfield; Glendale; Lexington; Riverside; Reno; Durham; Chesapeake; Norfolk; Plano; Buffalo; Raleigh; Stockton; Hialeah; Fontana; Modesto; Oxnard; Richmond; Newton; Richmond Hill; The Bronx; Wilmington; Savannah; Santa Ana; Santa Rosa; Nassau; Barcelona; Valencia; Roanoke; Dayton; Lowell; Provo; Manchester; Naperville; Syracuse; Joliet; Mesquite; Olathe; Rockford; Gainesville; Cleveland; Denton; Macon; Murrieta; Westminster; Clinton; Davidson; Rochester; Bloomington; West Albany; Newark
VE; Lander; Valera; Coro; Barcelona; Valencia; Merida; San Cristobal; Petare; Cua; El Tigre; Baruta; San Felipe
VN; Cho Lon; Binh Thanh; Thu Duc; Dong Da; Ben Cat; Long Bien; Bac Tu Liem; Gia Lam; An Nhon; Hai Ba Trung; Thanh Xuan; Cau Giay; Ba Vi; Ba Dinh; Tay Ho; Thanh Khe; La Gi; Di An; Thuan An
ZA; Newcastle; Springs; George; Alexandra; Centurion; Paarl; Athlone; Diepsloot; Ivory Park; Roodepoort; Randburg; Evaton; Etwatwa; Middelburg; Westonaria; East London; Soshanguve
ZM; Livingstone; Mansa
ZW; Epworth
CA; London; Hamilton; Surrey; Laval; Markham; Vaughan; Victoria; Kitchener; Windsor; Regina; Richmond; Burlington; Nepean; Newton; Gloucester; Etobicoke; Richmond Hill; Brampton; Delta; Cambridge; Kingston; Red Deer; Scarborough; North York; Guelph; Barrie; Ajax; Milton; Waterloo; Whitby; Pickering; Abbotsford; Oakville; Coquitlam; Brantford; Thunder Bay; Saint John; Sarnia; Moncton; Trois-Rivieres; Fredericton; Peterborough; Okanagan; Cumberland; West Vancouver; Brossard; Aurora; Chatham; Waterford; Welland; Newmarket; Halton Hills; Caledon; Clarington; New Westminster; North Vancouver; Norfolk County; Lethbridge; Beaumont; Ancaster; Maple Ridge; White Rock; Willowdale; Jane and Finch; Scarborough Village; Kanata; Orleans; Vanier; Georgina; Grande Prairie; Airdrie; Victoriaville
AU; Newcastle; Logan City; Central Coast; Mackay; Orange; Sunshine Coast; Liverpool; Bendigo; Rockingham; Melton; Albury; Toowoomba; Blacktown; Parramatta; Bankstown; Mandurah; Frankston East; Dandenong; Point Cook; Reservoir; Werribee; Craigieburn; Berwick; Tarneit; Epping; St Kilda; Castle Hill; Hurstville; Baulkham Hills; Randwick; Cranbourne; Frankston; Thornbury; Rowville; Box Hill; Auburn; Sunbury; Preston; Mill Park; South Yarra; Glen Waverley; Logan; Caboolture; Penrith; Campbelltown; Southport; Maitland; Pakenham; Hoppers Crossing; Brunswick; Richmond; Granville; Surfers Paradise; Nerang; Taylors Lakes; Mount Martha; Ballarat; Mildura; Shepparton; Bunbury; Bundaberg; Hervey Bay; Wagga Wagga; Coffs Harbour; Gladstone; Rockhampton
NZ; Hamilton; North Shore; Manukau City; Palmerston North; Hastings; Nelson; Dunedin Centre; Lower Hutt; Upper Hutt; Whangarei; Invercargill; Porirua; Rotorua Central; New Plymouth; Gisborne; Blenheim
BW; Mochudi; Mahalapye
RO; Arad
CL; San Bernardo; Nunoa; La Pintana; Quilicura; Penalolen; Puente Alto; Lo Prado; Los Angeles; Lota; Villarrica
DO; Santo Domingo Oeste; Santo Domingo Este; Bella Vista; Bani; Moca
SV; Santa Ana; San Miguel; Delgado; Apopa
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
SHORT = set("Ufa Osh Qom Nis Hue Lae Ulm Fes Ibb Bar Pec Spa Ghent Lod Kos Oss Vac Eger Bor".split()) - {"Bar", "Bor", "Spa"}

# GeoNames' name; the country; the name that news writes. A dash leaves the city out.
RENAMED = """
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
Ha'il;SA;Hail
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
Kobani;SY;Kobani
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
El Alamein;EG
Taba;EG
Aqaba;JO
Reykjavik;IS
Rambouillet;FR
Versailles;FR
Biarritz;FR
Evian-les-Bains;FR
Deauville;FR
Cannes;FR
Chantilly;FR
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
Boao;CN
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
Burabay;KZ
Khiva;UZ
Turkmenbasy;TM
Awaza;TM
Tuapse;RU
Peterhof;RU
Pushkin;RU
Pavlovsk;RU
Derbent;RU
Magas;RU
Anapa;RU
Gelendzhik;RU
Adler;RU
Kislovodsk;RU
Pyatigorsk;RU
Yessentuki;RU
Valdai;RU
Vyborg;RU
Svetlogorsk;RU
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
Barvikha;RU
Odintsovo;RU
Sestroretsk;RU
Zelenogradsk;RU
Baltiysk;RU
Belomorsk;RU
Tsiolkovskiy;RU
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
Viskuli;BY
Zaslawye;BY
Pyatykhatky;UA
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
Xankandi;AZ
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
Peje;XK
Srebrenica;BA
Brcko;BA
Dubrovnik;HR
Pula;HR
Split;HR
Opatija;HR
Rijeka;HR
Bled;SI
Kranj;SI
Portoroz;SI
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
Visegrad;HU
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
Capri;IT
Stresa;IT
Cernobbio;IT
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
Olympia;GR
Alexandroupoli;GR
Kavala;GR
Delphi;GR
Baden-Baden;DE
Weimar;DE
Bad Godesberg;DE
Konigswinter;DE
Heiligendamm;DE
Bad Doberan;DE
Krun;DE
Garmisch-Partenkirchen;DE
Ramstein-Miesenbach;DE
Speyer;DE
Eisenach;DE
Meissen;DE
Wolfsburg;DE
Goerlitz;DE
Gransee;DE
Berchtesgaden;DE
Dachau;DE
Gorlitz;DE
Noordwijk;NL
Maastricht;NL
Middelburg;NL
Leiden;NL
Delft;NL
Valkenburg;NL
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
Ilulissat;GL
Nuuk;GL
Kangerlussuaq;GL
Torshavn;FO
St Andrews;GB
Cambridge;GB
Edinburgh;GB
Carlisle;GB
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
Winchester;GB
Inverness;GB
Stornoway;GB
Lerwick;GB
Galway;IE
Limerick;IE
Killarney;IE
Waterford;IE
Dundalk;IE
Drogheda;IE
Farmleigh;IE
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
Charlevoix;CA
La Malbaie;CA
Banff;CA
Whistler;CA
Niagara Falls;CA
Yellowknife;CA
Iqaluit;CA
Whitehorse;CA
Charlottetown;CA
St. John's;CA
Halifax;CA
Gander;CA
Churchill;CA
Mont-Tremblant;CA
Anchorage;US
Fairbanks;US
Juneau;US
Annapolis;US
Williamsburg;US
Dayton;US
Aspen;US
Palm Beach;US
West Palm Beach;US
Kennebunkport;US
Santa Fe;US
Palo Alto;US
Princeton;US
Camden;US
Jackson Hole;US
Rancho Mirage;US
Palm Springs;US
Chapel Hill;US
Newport;US
Hyde Park;US
Greenwich;US
Los Alamos;US
McAllen;US
Shepherdstown;US
Norfolk;US
Sioux City;US
San Jose;US
Cambridge;US
Birmingham;US
Tijuana;MX
Los Cabos;MX
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
Leon;NI
Bluefields;NI
Colon;PA
Varadero;CU
Guantanamo;CU
Montego Bay;JM
Punta Cana;DO
Cap-Haitien;HT
Jacmel;HT
Bariloche;AR
San Carlos de Bariloche;AR
Ushuaia;AR
Iguazu;AR
Puerto Iguazu;AR
Foz do Iguacu;BR
Petropolis;BR
Buzios;BR
Costa do Sauipe;BR
Leticia;CO
Quibdo;CO
Arauca;CO
Punta del Este;UY
Colonia del Sacramento;UY
Salto;UY
Punta Arenas;CL
Vina del Mar;CL
Valparaiso;CL
Puerto Williams;CL
Esequibo;GY
Linden;GY
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
Metula;IL
Qiryat Shemona;IL
Sderot;IL
Dimona;IL
Acre;IL
Herzliya;IL
Caesarea;IL
Petra;JO
Madaba;JO
Jerash;JO
Al Mafraq;JO
Tyre;LB
Zahle;LB
Baalbek;LB
Nabatiye et Tahta;LB
Jounieh;LB
En Naqoura;LB
Palmyra;SY
Tadmur;SY
Manbij;SY
`Ayn al `Arab;SY
`Afrin;SY
Al Bab;SY
Dar`a;SY
As-Suwayda;SY
Al Qunaytirah;SY
Al Bukamal;SY
Sinjar;IQ
Halabjah;IQ
Zaxo;IQ
Tall `Afar;IQ
Umm Qasr;IQ
Tikrit;IQ
Natanz;IR
Bam;IR
Chabahar;IR
Kish;IR
Asaluyeh;IR
Ma'rib;YE
Sa'dah;YE
Al Mukha;YE
Say'un;YE
Ash Shihr;YE
Nizwa;OM
Sur;OM
Duqm;OM
Khasab;OM
Diriyah;SA
Dhahran;SA
AlUla;SA
Al-`Ula;SA
Hafar Al-Batin;SA
Fujairah;AE
Al Fujairah City;AE
Lusail;QA
Al Wakrah;QA
Tobruk;LY
Sirte;LY
Surt;LY
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
Tamanrasset;DZ
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
Al-Junaynah;SD
Zalingei;SD
Abyei;SD
Dongola;SD
Bentiu;SS
Bor;SS
Garoowe;SO
Bosaso;SO
Galkayo;SO
Gaalkacyo;SO
Baidoa;SO
Beledweyne;SO
Jubba;SS
Lamu;KE
Naivasha;KE
Nanyuki;KE
Entebbe;UG
Gulu;UG
Moroto;UG
Rubavu;RW
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
Sun City;ZA
Stellenbosch;ZA
Polokwane;ZA
Walvis Bay;NA
Swakopmund;NA
Pemba;MZ
Nacala;MZ
Palma;MZ
Goree;SN
Saly;SN
Axim;GH
Malabo;GQ
Oyala;GQ
Sipopo;GQ
Franceville;GA
Buea;CM
Kribi;CM
Sikasso;ML
Zanzibar;TZ
Bagamoyo;TZ
Bagram;AF
Bamyan;AF
Spin Boldak;AF
Torkham;AF
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
Wagah;IN
Leh;IN
Kargil;IN
Tawang;IN
Dharmsala;IN
Dharamsala;IN
Mahabalipuram;IN
Mamallapuram;IN
Ladakh;IN
Khajuraho;IN
Kumarakom;IN
Lakshadweep;IN
Jaisalmer;IN
Pushkar;IN
Ayodhya;IN
Gulmarg;IN
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
Sa Pa;VN
Kota Kinabalu;MY
Puerto Princesa;PH
Baguio;PH
Tacloban;PH
Subic;PH
Olongapo;PH
Jolo;PH
Boracay;PH
Cotabato;PH
Marawi City;PH
Hualien City;TW
Kinmen;TW
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
Dorasan;KR
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
Broome;AU
Rarotonga;CK
Alotau;PG
Lae;PG
Buka;PG
Arawa;PG
Luganville;VU
Koror;PW
Kolonia;FM
Hagatna;GU
Biak;ID
Kupang;ID
Banda Aceh;ID
Batam;ID
Cox's Bazar;BD
Teknaf;BD
Bandar Seri Begawan;BN
Incirlik;TR
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
Georgetown;MYS
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
Palma;MOZ
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
Leon;NIC
Christchurch;NZL
Waterloo;BEL
"""

# The kind of a city where the government sits, other than GeoNames says.
CAPITALS = {"La Paz;BOL": "capital", "Sucre;BOL": "city", "Ramallah;PSE": "capital", "East Jerusalem;PSE": "city",
            "Astana;KAZ": "capital", "Naypyidaw;MMR": "capital", "Putrajaya;MYS": "city"}

# Other spellings that English-language news uses: the name; the country; the spellings.
ALIASES = """
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
Nizhny Novgorod;RUS;Nizhniy Novgorod|Gorky
Rostov-on-Don;RUS;Rostov on Don|Rostov
Veliky Novgorod;RUS;Novgorod|Velikiy Novgorod
Volgograd;RUS;Stalingrad
Oryol;RUS;Orel
Arkhangelsk;RUS;Archangel|Arkhangel'sk
Tver;RUS;Kalinin
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
Stepanakert;AZE;Khankendi|Xankendi
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
Cholpon-Ata;KGZ;Cholpon Ata
Dushanbe;TJK;Stalinabad
Khujand;TJK;Khudzhand|Leninabad
Ashgabat;TKM;Ashkhabad|Asgabat
Turkmenabat;TKM;Chardzhou
Mary, Turkmenistan;TKM;-
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
Pyeongchang;KOR;Pyongchang
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
Kuala Lumpur;MYS;KL
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
Mamallapuram;IND;Mahabalipuram
Dharamsala;IND;Dharamshala
New Delhi;IND;-
Dhaka;BGD;Dacca
Chittagong;BGD;Chattogram
Colombo;LKA;-
Sri Jayewardenepura Kotte;LKA;Kotte
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
Tal Afar;IRQ;-
Damascus;SYR;-
Raqqa;SYR;Al-Raqqa|Ar-Raqqah|Rakka
Latakia;SYR;Lattakia
Deir ez-Zor;SYR;Deir al-Zor|Deir Ezzor|Deir al-Zour
Daraa;SYR;Deraa|Dara
Suwayda;SYR;Sweida|Suweida|Sweyda
Hasakah;SYR;Hasaka|Al-Hasakah
Qamishli;SYR;Kamishli|Qamishlo
Kobani;SYR;Kobane|Ayn al-Arab
Abu Kamal;SYR;Albu Kamal|Al-Bukamal
Palmyra;SYR;Tadmur
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
El Alamein;EGY;New Alamein|Al-Alamein|Alamein
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
AlUla;SAU;Al-Ula|Al Ula|Al-'Ula
Diriyah;SAU;Ad-Diriyah
Khobar;SAU;Al Khobar|Al-Khobar
Sanaa;YEM;Sana'a|Sana
Hodeidah;YEM;Hodeida|Hudaydah|Al-Hudaydah|Al Hudaydah
Taiz;YEM;Ta'izz|Taizz
Marib;YEM;Ma'rib
Saada;YEM;Sa'ada|Sadah
Mokha;YEM;Al-Makha|Mocha, Yemen
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
Dubrovnik;HRV;Ragusa, Dalmatia
Sarajevo;BIH;-
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
Braunschweig;DEU;Brunswick
Ramstein;DEU;Ramstein-Miesenbach
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
Lyon;FRA;Lyons
Strasbourg;FRA;Strassburg
Evian;FRA;Evian-les-Bains
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
Turku;FIN;Abo
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
Bariloche;ARG;San Carlos de Bariloche
Santiago;CHL;Santiago de Chile
Valparaiso;CHL;-
Vina del Mar;CHL;-
Cusco;PER;Cuzco
Asuncion;PRY;-
Santa Cruz;BOL;Santa Cruz de la Sierra
Addis Ababa;ETH;Addis Abeba|Addis
Mekelle;ETH;Mekele
Djibouti City;DJI;-
Mogadishu;SOM;Muqdisho
Hargeisa;SOM;Hargeysa
Garowe;SOM;Garoowe
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
Ciudad de la Paz;GNQ;Oyala
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
Los Cabos;MEX;city;22.89;-109.92;San Jose del Cabo
Salvador da Bahia;BRA;city;-12.97;-38.50;Salvador, Bahia
Santos, Brazil;BRA;city;-23.96;-46.33;
Constance;DEU;city;47.66;9.18;Konstanz
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
Pau;FRA;city;43.30;-0.37;
Saint-Malo;FRA;city;48.65;-2.03;St Malo|St. Malo
La Baule;FRA;city;47.29;-2.39;
Le Touquet;FRA;city;50.52;1.59;
Chantilly;FRA;city;49.19;2.47;
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
Hel;POL;city;54.61;18.80;Jurata
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
Sirius;RUS;city;43.41;39.96;
Tsarskoye Selo;RUS;city;59.72;30.41;Tsarskoe Selo
Russky Island;RUS;city;43.02;131.85;Russkiy Island
Star City;RUS;city;55.88;38.11;
Vostochny Cosmodrome;RUS;venue;51.88;128.33;@Blagoveshchensk|Vostochny Spaceport|Vostochny
Plesetsk;RUS;city;62.71;40.29;Plesetsk Cosmodrome
Alabuga;RUS;city;55.79;52.05;
Kubinka;RUS;city;55.57;36.70;Patriot Park
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
Bechtel;USA;-;0;0;
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
Mahabalipuram;IND;-;0;0;
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
Panmunjom;KOR;venue;37.96;126.68;@Kaesong|Panmunjon|Truce Village
Joint Security Area;KOR;venue;37.96;126.68;@Kaesong|JSA|Peace House|Freedom House|Tongilgak
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
Mar del Plata;ARG;-;0;0;
Punta del Este;URY;city;-34.97;-54.95;
Colonia;URY;-;0;0;
Brazzaville Beach;COG;-;0;0;
Guantanamo Bay;CUB;city;19.91;-75.21;Naval Station Guantanamo Bay
Waitangi;NZL;city;-35.27;174.08;
Rarotonga;COK;city;-21.23;-159.78;
Diego Garcia;IOT;city;-7.31;72.41;
Ascension Island;SHN;city;-7.95;-14.36;
Hagatna;GUM;capital;13.48;144.75;Agana
Melekeok;PLW;city;7.50;134.62;
Canton Island;KIR;-;0;0;
Hambantota;LKA;city;6.12;81.12;
Basseterre;KNA;capital;17.30;-62.72;
"""
