#!/usr/bin/env python3
"""Compiles Data/persons/{un-speakers,leaders,factbook,us-officials}.tsv from the lexicon sources.

    python3 Tools/compile_persons.py [../shared/data/lexicon-sources] [Data/persons]

Hand-made tables beside the four (supplement.tsv, current.tsv ...) are read first: their person keys and names win, and
a term that they give (same person, party and office) is not repeated from the sources. Python 3, standard library only.
"""
import csv, glob, html, json, math, os, re, sys, unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, '..', '..', 'shared', 'data', 'lexicon-sources')
OUT = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, '..', 'Data', 'persons')
GENERATED = ('un-speakers', 'leaders', 'factbook', 'us-officials')
COLUMNS = 'person name aliases party office title from to standing source'.split()
HOS, HOG, FM, DFM = 'head-of-state', 'head-of-government', 'foreign-minister', 'deputy-foreign-minister'
DHOG, DHOS, PR = 'deputy-head-of-government', 'deputy-head-of-state', 'permanent-representative'
LEADER = {HOS, HOG, 'supreme-leader'}
FIRST_YEAR = 1980
REIGN_HORIZON = '2021-03'

# ------------------------------------------------------------------------------------------------ codes
COW = dict(p.split(':') for p in '''USA:USA CAN:CAN BHM:BHS CUB:CUB HAI:HTI DOM:DOM JAM:JAM TRI:TTO BAR:BRB DMA:DMA GRN:GRD
SLU:LCA SVG:VCT AAB:ATG SKN:KNA MEX:MEX BLZ:BLZ GUA:GTM HON:HND SAL:SLV NIC:NIC COS:CRI PAN:PAN COL:COL VEN:VEN GUY:GUY
SUR:SUR ECU:ECU PER:PER BRA:BRA BOL:BOL PAR:PRY CHL:CHL ARG:ARG URU:URY UKG:GBR IRE:IRL NTH:NLD BEL:BEL LUX:LUX FRN:FRA
MNC:MCO LIE:LIE SWZ:CHE SPN:ESP AND:AND POR:PRT GMY:DEU GFR:DEU GDR:DDR POL:POL AUS:AUT HUN:HUN CZE:CSK CZR:CZE SLO:SVK
ITA:ITA SNM:SMR MLT:MLT ALB:ALB MNG:MNE MAC:MKD CRO:HRV YUG:YUG BOS:BIH KOS:XKX SLV:SVN GRC:GRC CYP:CYP BUL:BGR MLD:MDA
ROM:ROU RUS:RUS EST:EST LAT:LVA LIT:LTU UKR:UKR BLR:BLR ARM:ARM GRG:GEO AZE:AZE FIN:FIN SWD:SWE NOR:NOR DEN:DNK ICE:ISL
CAP:CPV STP:STP GNB:GNB EQG:GNQ GAM:GMB MLI:MLI SEN:SEN BEN:BEN MAA:MRT NIR:NER CDI:CIV GUI:GIN BFO:BFA LBR:LBR SIE:SLE
GHA:GHA TOG:TGO CAO:CMR NIG:NGA GAB:GAB CEN:CAF CHA:TCD CON:COG DRC:COD UGA:UGA KEN:KEN TAZ:TZA BUI:BDI RWA:RWA SOM:SOM
DJI:DJI ETH:ETH ERI:ERI ANG:AGO MZM:MOZ ZAM:ZMB ZIM:ZWE MAW:MWI SAF:ZAF NAM:NAM LES:LSO BOT:BWA SWA:SWZ MAG:MDG COM:COM
MAS:MUS SEY:SYC MOR:MAR ALG:DZA TUN:TUN LIB:LBY SUD:SDN SSD:SSD IRN:IRN TUR:TUR IRQ:IRQ EGY:EGY SYR:SYR LEB:LBN JOR:JOR
ISR:ISR SAU:SAU YEM:YEM KUW:KWT BAH:BHR QAT:QAT UAE:ARE OMA:OMN AFG:AFG TKM:TKM TAJ:TJK KYR:KGZ UZB:UZB KZK:KAZ CHN:CHN
MON:MNG PRK:PRK ROK:KOR JPN:JPN IND:IND BHU:BTN PAK:PAK BNG:BGD MYA:MMR SRI:LKA MAD:MDV NEP:NPL THI:THA CAM:KHM LAO:LAO
DRV:VNM MAL:MYS SIN:SGP BRU:BRN PHI:PHL INS:IDN ETM:TLS AUL:AUS PNG:PNG NEW:NZL VAN:VUT SOL:SLB KIR:KIR TUV:TUV FIJ:FJI
TON:TON NAU:NRU MSI:MHL PAL:PLW FSM:FSM WSM:WSM TAW:TWN'''.split())
FIPS = dict(p.split(':') for p in '''af:AFG al:ALB ag:DZA an:AND ao:AGO ac:ATG ar:ARG am:ARM as:AUS au:AUT aj:AZE bf:BHS ba:BHR bg:BGD
bb:BRB bo:BLR be:BEL bh:BLZ bn:BEN bt:BTN bl:BOL bk:BIH bc:BWA br:BRA bx:BRN bu:BGR uv:BFA bm:MMR by:BDI cb:KHM cm:CMR
ca:CAN cv:CPV ct:CAF cd:TCD ci:CHL ch:CHN co:COL cn:COM cg:COD cf:COG cs:CRI iv:CIV hr:HRV cu:CUB cy:CYP ez:CZE da:DNK
dj:DJI do:DMA dr:DOM ec:ECU eg:EGY es:SLV ek:GNQ er:ERI en:EST et:ETH fj:FJI fi:FIN fr:FRA gb:GAB ga:GMB gg:GEO gm:DEU
gh:GHA gr:GRC gj:GRD gt:GTM gv:GIN pu:GNB gy:GUY ha:HTI ho:HND hu:HUN ic:ISL in:IND id:IDN ir:IRN iz:IRQ ei:IRL is:ISR
it:ITA jm:JAM ja:JPN jo:JOR kz:KAZ ke:KEN kr:KIR kn:PRK ks:KOR kv:XKX ku:KWT kg:KGZ la:LAO lg:LVA le:LBN lt:LSO li:LBR
ly:LBY ls:LIE lh:LTU lu:LUX mk:MKD ma:MDG mi:MWI my:MYS mv:MDV ml:MLI mt:MLT rm:MHL mr:MRT mp:MUS mx:MEX fm:FSM md:MDA
mn:MCO mg:MNG mj:MNE mo:MAR mz:MOZ wa:NAM nr:NRU np:NPL nl:NLD nz:NZL nu:NIC ng:NER ni:NGA no:NOR mu:OMN pk:PAK ps:PLW
pm:PAN pp:PNG pa:PRY pe:PER rp:PHL pl:POL po:PRT qa:QAT ro:ROU rs:RUS rw:RWA sc:KNA st:LCA vc:VCT ws:WSM sm:SMR tp:STP
sa:SAU sg:SEN ri:SRB se:SYC sl:SLE sn:SGP lo:SVK si:SVN bp:SLB so:SOM sf:ZAF od:SSD sp:ESP ce:LKA su:SDN ns:SUR wz:SWZ
sw:SWE sz:CHE sy:SYR ti:TJK tz:TZA th:THA tt:TLS to:TGO tn:TON td:TTO ts:TUN tu:TUR tx:TKM tv:TUV ug:UGA up:UKR ae:ARE
uk:GBR us:USA uy:URY uz:UZB nh:VUT vt:VAT ve:VEN vm:VNM ym:YEM za:ZMB zi:ZWE tw:TWN'''.split())
ISO3 = set(COW.values()) | set(FIPS.values()) | {'SUN', 'YUG', 'DDR', 'CSK', 'SCG', 'PSE', 'EUR'}
UN_FIX = {'POR': 'PRT', 'PKR': 'PRK', 'ZFA': 'ZAF', 'DKN': 'DNK', 'PAR': 'PRY', 'CZK': 'CSK', 'EU': 'EUR', 'EC': 'EUR', 'YDYE': '', '': ''}
GROUP = {'SUN': 'RUS', 'YUG': 'SRB', 'SCG': 'SRB', 'CSK': 'CZE', 'DDR': 'DEU'}
STATE_CODES = ISO3 - {'EUR'}

FAMILY_FIRST = {'CHN', 'KOR', 'PRK', 'VNM', 'KHM', 'TWN'}
GIVEN_FIRST_REF = {'ETH', 'ERI'}                    # known by the first name: marked as if it were the family name
ARAB = set('''SAU ARE QAT BHR KWT OMN YEM JOR IRQ SYR LBN EGY LBY TUN DZA MAR SDN MRT SOM DJI COM PSE MDV AFG BRN MYS PAK
BGD TCD MLI NER SEN GMB NGA IRN IDN'''.split())
GULF = {'SAU', 'ARE', 'QAT', 'BHR', 'KWT', 'OMN'}
HISPANIC = set('MEX GTM HND SLV NIC CRI PAN COL VEN ECU PER BOL PRY CHL ARG URY CUB DOM ESP GNQ'.split())
PORTUGUESE = set('BRA PRT AGO MOZ CPV STP GNB TLS'.split())
SLAVIC = set('RUS SUN UKR BLR KAZ UZB KGZ TKM TJK AZE ARM GEO MDA BGR'.split())
PARLIAMENTARY = set('''CAN BHS JAM TTO BRB DMA GRD LCA VCT ATG KNA BLZ GBR IRL NLD BEL LUX ESP AND DEU AUT HUN CZE CSK SVK ITA
MLT ALB MNE MKD HRV XKX SVN GRC BGR MDA ROU EST LVA FIN SWE NOR DNK ISL CPV ETH LSO MUS ISR IRQ IND BTN PAK BGD NPL THA
KHM MYS SGP JPN AUS PNG NZL VUT SLB TUV FJI TON WSM TUR LBN GEO'''.split())
# (party, surname words of the leader or '', from year, to year) -> office
SYSTEM_EXCEPTIONS = [
    ('BEL', 'baudouin', 1980, 2099, HOS), ('HUN', 'szuros', 1980, 1999, HOS), ('ALB', 'alia', 1980, 1992, HOS), ('ALB', 'berisha', 1992, 1997, HOS),
    ('HRV', 'racan', 2000, 2003, HOG), ('MDA', 'tarlev', 2001, 2008, HOG), ('HRV', '', 1980, 2000, HOS), ('MDA', '', 1980, 2001, HOS), ('MDA', 'lucinschi', 1997, 2001, HOS), ('ROU', 'basescu', 2004, 2014, HOS),
    ('ROU', 'iohannis', 2014, 2099, HOS), ('ROU', 'antonescu', 2012, 2012, HOS), ('FIN', 'koivisto', 1980, 1994, HOS),
    ('FIN', 'ahtisaari', 1994, 2000, HOS), ('ETH', 'mengistu', 1980, 1991, HOS), ('ETH', 'gebre', 1991, 1991, HOS),
    ('LSO', 'letsie', 1994, 1994, HOS), ('IRQ', 'saddam', 1979, 2003, HOS), ('PAK', 'musharraf', 1999, 2008, HOS),
    ('PAK', 'soomro', 2008, 2008, HOS), ('PAK', 'zardari', 2008, 2013, HOS), ('BGD', 'ershad', 1982, 1990, HOS),
    ('BGD', 'ahmed', 1990, 1991, HOS), ('BGD', 'iajuddin', 2006, 2007, HOS), ('NPL', 'birendra', 1972, 1990, HOS),
    ('NPL', 'gyanendra', 2005, 2006, HOS), ('BTN', 'wangchuck', 1972, 1998, HOS), ('LBN', 'hrawi', 1989, 1998, HOS),
    ('LBN', 'lahoud', 1998, 2007, HOS), ('LBN', 'suleiman', 2008, 2014, HOS), ('LBN', 'aoun', 2016, 2020, HOS),
    ('GEO', '', 1980, 2018, HOS), ('ARM', 'karapetyan', 2018, 2018, HOG), ('ARM', 'pashinyan', 2018, 2099, HOG),
    ('PRK', '', 1980, 2099, 'supreme-leader'), ('VNM', '', 1980, 2099, 'supreme-leader'), ('MMR', 'aung', 2016, 2021, HOG),
    ('HTI', 'evans', 2016, 2016, HOG), ('BGR', 'mladenov', 1989, 1990, HOS), ('SRB', '', 2006, 2017, HOG), ('SRB', '', 2017, 2099, HOG),
    ('LBY', 'qaddafi', 1969, 2011, 'supreme-leader'), ('LBY', 'sarraj', 2016, 2099, HOG), ('AFG', 'omar', 1996, 2001, 'supreme-leader'),
    ('FJI', 'rabuka', 1992, 1999, HOG), ('YEM', 'houthi', 2015, 2099, None), ('KWT', 'saddam', 1990, 1991, None),
    ('IRQ', 'franks', 2003, 2003, None), ('IRQ', 'garner', 2003, 2003, None), ('IRQ', 'bremer', 2003, 2004, None),
    ('CHN', 'deng', 1980, 1997, None), ('CHN', '', 1997, 2099, HOS), ('SAU', 'abdullah', 1996, 2005, None), ('DDR', '', 1980, 1990, HOG),
]
MONARCH = {'SAU': 'King', 'JOR': 'King', 'MAR': 'King', 'QAT': 'Emir', 'KWT': 'Emir', 'BHR': 'King', 'OMN': 'Sultan', 'BRN': 'Sultan',
           'SWZ': 'King', 'MCO': 'Prince', 'LIE': 'Prince', 'TON': 'King', 'LSO': 'King', 'NPL': 'King', 'BTN': 'King',
           'LUX': 'Grand Duke', 'ESP': 'King', 'BEL': 'King', 'SWE': 'King', 'NOR': 'King', 'NLD': 'King', 'DNK': 'King', 'THA': 'King', 'KHM': 'King', 'MYS': 'King'}
HOG_TITLE = {'DEU': 'Chancellor', 'AUT': 'Chancellor', 'CHN': 'Premier', 'TWN': 'Premier', 'IRL': 'Taoiseach',
             'BIH': 'Chairman of the Council of Ministers', 'MCO': 'Minister of State'}
FM_TITLE = {'USA': 'Secretary of State', 'GBR': 'Foreign Secretary', 'PHL': 'Secretary of Foreign Affairs', 'MEX': 'Secretary of Foreign Affairs',
            'IND': 'Minister of External Affairs', 'VAT': 'Secretary for Relations with States', 'CHE': 'Head of the Federal Department of Foreign Affairs'}
SPECIAL_TITLE = {('BIH', HOS): 'Chairman of the Presidency', ('PRK', 'supreme-leader'): 'Supreme Leader', ('LBY', 'supreme-leader'): 'Leader',
                 ('VNM', 'supreme-leader'): 'General Secretary of the Communist Party', ('AFG', 'supreme-leader'): 'Supreme Leader',
                 ('CHE', HOS): 'President of the Confederation', ('VAT', HOS): 'Pope', ('AND', HOG): 'Head of Government', ('EUR', 'organisation-head'): 'President of the European Council'}

# ------------------------------------------------------------------------------------------------ words
TABLE = str.maketrans({'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'ı': 'i',
                       'ə': 'a', 'Ə': 'A', 'ð': 'd', 'þ': 'th', 'Þ': 'Th', '’': "'", '‘': "'", '`': "'", '´': "'", 'ʻ': "'", '“': '"', '”': '"',
                       '–': '-', '‐': '-', '‑': '-', '\u00a0': ' ', '\x92': "'", '\x9a': 's', '˙': 'u', '¡': 'A', 'ʼ': "'", 'ˊ': "'"})
def ascii_of(s):
    s = unicodedata.normalize('NFKD', s.translate(TABLE))
    return ''.join(c for c in s if ord(c) < 128)
_fold = {}
def fold(t):
    r = _fold.get(t)
    if r is None:
        r = _fold[t] = re.sub(r"[^a-z0-9]", '', ascii_of(t).lower())
    return r
def skeleton(t):
    s = fold(t)
    for a, b in (('kh', 'h'), ('sch', 'sh'), ('ph', 'f'), ('ou', 'u'), ('oo', 'u'), ('ee', 'i'), ('ck', 'k'), ('q', 'k'), ('dj', 'j'), ('w', 'v'),
                 ('ks', 'x'), ('ya', 'ia'), ('yu', 'iu'), ('y', 'i'), ('c', 'k'), ('ii', 'i'), ('z', 's')):
        s = s.replace(a, b)
    s = re.sub(r'(.)\1', r'\1', s)
    return s[0:1] + re.sub(r'[aeioujh]', '', s[1:]) + (s[-1:] if False else '') if len(s) > 3 else s
_sim = {}
def similar(a, b):
    """Two name words are spellings of one name."""
    k = (a, b)
    r = _sim.get(k)
    if r is None:
        x, y = fold(a), fold(b)
        if x == y: r = True
        elif len(x) == 1 or len(y) == 1: r = x[:1] == y[:1]
        elif min(len(x), len(y)) >= 4 and x[0] == y[0] and skeleton(a) == skeleton(b) and len(skeleton(a)) >= 2 and abs(len(x) - len(y)) <= 3: 
            r = SequenceMatcher(None, x, y).ratio() >= 0.7
        elif min(len(x), len(y)) >= 5: r = SequenceMatcher(None, x, y).ratio() >= 0.86 and x[0] == y[0]
        else: r = (x, y) in EQUAL or (y, x) in EQUAL
        _sim[k] = r
    return r
VARIANTS = [g.split() for g in '''Mohammed Mohamed Muhammad Mohammad|Abdullah Abdallah Abdulla|Hussein Husayn Hussain|Yousef Yusuf Youssef|Saeed Said
Ahmed Ahmad|Khaled Khalid|Salem Salim|Mahmoud Mahmud|Faisal Faysal|Omar Umar|Osman Othman Uthman|Ibrahim Ebrahim|Zayed Zayid|Hamid Hameed|Rashid Rashed
Sergei Sergey Serhiy|Andrei Andrey|Alexei Alexey Aleksey Aleksei|Alexander Aleksandr Alexandr Aleksander|Dmitri Dmitry Dmitriy|Yuri Yury Yuriy
Yevgeny Evgeny Evgeni Yevgeniy|Nikolai Nikolay|Mikhail Michail Mihail|Yulia Yuliya Julia|Anatoly Anatoli Anatoliy|Gennady Gennadi Gennadiy|Valery Valeri Valeriy
Vasily Vassily Vasiliy|Vitaly Vitali Vitaliy|Grigory Grigori Grigoriy|Georgy Georgi Georgiy|Volodymyr Vladimir Uladzimir|Oleksandr Alexander|Dmytro Dmitry
Igor Ihor|Viktor Victor|Arkady Arkadi Arkadiy|Maxim Maksim Maksym|Sergio Serge|Hossein Hosein Hussein|Ali Aly|Mustafa Moustafa Mostafa|Nasser Nasir Naser
Jaber Jabir|Sheikh Shaikh Shaykh|Hassan Hasan|Abdel Abdul Abd|Amr Amre|Moussa Musa Mousa|Sharaa Shara|Bashar Bachar|Assad Asad|Suleiman Sulaiman Soliman|Saleh Salih Salah
Abbas Abas|Zelensky Zelenskyy Zelenskiy|Lukashenko Lukashenka|Rahmon Rakhmon|Tokayev Tokaev|Nazarbayev Nazarbaev|Karimov Karimoff|Kocharian Kocharyan
Sargsyan Sarkisian Sarkissian Sargsian|Pashinyan Pashinian|Nalbandian Nalbandyan|Oskanian Oskanyan|Mnatsakanyan Mnatsakanian|Mammadyarov Mamedyarov|Mirzoyan Mirzoian'''.replace('\n', '|').split('|')]
VARIANT_OF = defaultdict(list)
EQUAL = set()
for _g in VARIANTS:
    for _w in _g:
        VARIANT_OF[fold(_w)] += [x for x in _g if x != _w]
        EQUAL |= {(fold(_w), fold(x)) for x in _g}
PARTICLES = set('de la le du des da do dos das di del della van von der den ter ten bin ibn bint al el el- al- ould mint ag y e i of the u zu af bte binti abu'.split())
SUFFIX = {'jr', 'sr', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'x', 'xi', 'xiv', 'xvi', 'i'}
TITLES = r'''h\.?\s?e\.?|h\.?\s?r\.?\s?h\.?|h\.?\s?m\.?|his|her|the|most|late|honou?rable|hon|right|rt|mr|mrs|ms|miss|mme|m|dr|prof|professor|sir|dame|lord|baroness|lady|sheikha?|shaikha?|
sheik|shaykh|cheikh(?=\ssheikh)|king|queen|crown|hereditary|grand\sduke|grand|crown\sprince|prince|princess|highness|royal|serene|majesty|excellency|general|gen|lieutenant|lieut|lt|maj|major|colonel|col|captain|capt|brigadier|brig|
admiral|marshal|field|air|chief|alhaji|al-haji|el\shadj|el-hadj|archbishop|cardinal|monsignor|msgr|bishop|father|rev|reverend|fr|dato['’]?|datuk|datin|tun|tan\ssri|seri|sri(?=\s(?:mohd|anifah))|pehin|emir|amir|sultan(?=\shaji)|haji(?=\shassanal)|
eng|engineer|ma[iî]tre|senator|ambassador|comrade|samdech|akka|moha|sena|padei|techo|borvor|thipadei|sayyid|syed(?=\sbadr)|seyed|seyyed|ayatollah|mullah|mawlawi|maulvi|hojatoleslam|president|vice|prime|minister|vice-president|foreign|interim|acting|
ratu|aga|pe|me|sra|don|doctor|his\sexcellency|retired|retd|ret|tunku|tengku|khunying|commander|squadron|leader|flight|commodore|wing|corporal|sergeant|duke|baron|count|lyonpo|dasho|u(?=\s)|daw(?=\s)|s\.?\s?e\.?|s\.?e\.?m|avv|ing|lic'''.replace('\n', '')
TITLE_RE = re.compile(r"^(?:(?:%s)\b\.?,?\s*)(?=\S)" % TITLES, re.I)
POST_NOMINALS = re.compile(r",?\s*\b(MP|M\.P\.|GCMG|KCMG|CMG|OBE|CBE|MBE|KBE|GCB|CH|CF|KStJ|GOL|GCFR|GCON|T\.D\.?|TD|QC|SC|MBBS|MD|PhD|Ph\.D\.?|E\.G\.H\.?|CGH|MGH|EGH|DMK|PGDK|CBS|OCC|AC|ONZ|M\.D\.|Esq|RN|P\.C\.)\b\.?")

def smart_case(w):
    """'DAUTH' -> 'Dauth', "O'NEILL" -> "O'Neill", 'AL-SISI' -> 'al-Sisi'."""
    def one(p):
        if not p: return p
        if p.lower() in ('al', 'el', 'bin', 'ibn', 'ould', 'de', 'da', 'do', 'dos', 'von', 'van', 'der', 'den', 'del', 'di'): return p.lower() if p.lower() not in ('van', 'di', 'del') else p.capitalize()
        if len(p) > 3 and p[:2] == 'MC': return 'Mc' + p[2:].capitalize()
        return p.capitalize()
    return re.sub(r"[^\W\d_]+", lambda m: one(m.group(0)), w)

REGNAL = {'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'x', 'xi', 'xiv', 'xvi'}
class Name:
    __slots__ = ('words', 'family', 'caps', 'alias')      # family: set of indexes
    def __init__(self, words, family=None, caps=False, alias=()):
        self.words, self.family, self.caps, self.alias = words, family, caps, list(alias)
    def text(self): return ' '.join(self.words)
    def sig(self):
        out = []
        for w in self.words:
            for p in re.split(r'[-]', w):
                f = fold(p)
                if not f or f in PARTICLES or f in SUFFIX and len(f) > 1 or f in ('oglu', 'ogly', 'kyzy', 'oghlu'): continue
                out.append(p)
        if len(out) == 1 and len(self.words) == 2 and fold(self.words[1]) in REGNAL: out.append(self.words[1])
        return out or list(self.words)
def is_cap(w):
    l = [c for c in w if c.isalpha()]
    return len(l) > 1 and all(c.isupper() for c in l) and not (fold(w) in SUFFIX and fold(w) not in ('sr', 'jr'))

def clean_name(raw, party='', mark_caps=True):
    s = html.unescape(raw or '')
    s = re.sub(r'<[^>]+>', ' ', s).replace('\n', ' ').replace('\u00a0', ' ')
    s = s.replace('Gonzšlez', 'Gonzalez').replace('Corlă"ean', 'Corlatean').replace('¡vila', 'Avila').replace('˙', 'u').replace('\x9a', 's').replace('\x92', '’')
    s = re.sub(r'\bA[1I](?=[\s-])', 'Al', s); s = re.sub(r'(?<=[A-Za-z])0(?=[A-Za-z])|^0(?=[A-Z])|(?<=\b[A-Z])0', 'O', s)
    s = re.sub(r'(?<=[A-Z])8(?=[A-Z])', 'S', s); s = re.sub(r'(?<=[A-Z])5\b', 'S', s); s = re.sub(r'(?<=[A-Z])1(?=[A-Z])', 'I', s)
    s = s.translate(TABLE)
    alias = []
    m = re.search(r'"([^"]+)"', s)
    if m:
        alias.append(m.group(1)); s = s.replace(m.group(0), ' ')
    m = re.search(r'\(([^)]*)\)', s)
    nick = None
    if m:
        s = s.replace(m.group(0), ' ')
        if re.fullmatch(r'[A-Z][a-z]+', m.group(1)): nick = m.group(1)
    s = re.sub(r'[;:]', ' ', s)
    s = POST_NOMINALS.sub('', s)
    s = re.sub(r',?\s+(Jr|Sr)\b\.?', r' \1.', s)
    s = re.sub(r'\s+', ' ', s).strip(' ,.-')
    s = re.sub(r'^(Mr|Mrs|Ms|Dr|Mm)[.,;]\s*', '', s)
    s = re.sub(r'(Jr|Sr)$', r'\1.', s)
    if s.count(',') == 1:                                  # "Franco, Itamar"
        a, b = [x.strip() for x in s.split(',')]
        s = (b + ' ' + a).strip() if a and b else a or b
    s = s.split(',')[0].strip()
    before = None
    had_sheikh = re.match(r'(?i)(sheikh|shaikh)\s', s)
    while before != s:
        before = s
        t = TITLE_RE.sub('', s, count=1)
        if t and t != s and not re.match(r'^(bin|ibn|bint|de)\b', t, re.I): s = t.strip()
    s = re.sub(r'\s+(oglu|ogly|oghlu|kyzy)\b', r' \1', s)
    words = [w for w in s.split(' ') if re.search(r'[A-Za-zÀ-ɏ]', w)]
    if not words: return None
    caps = [is_cap(w) for w in words]
    allcaps = all(c or len(fold(w)) <= 2 or fold(w) in PARTICLES for c, w in zip(caps, words))
    fam = None
    if mark_caps and any(caps) and not allcaps and party not in GULF:
        fam = {i for i, c in enumerate(caps) if c}
    words = [smart_case(w) if c or (allcaps and len(fold(w)) > 1) else w for c, w in zip(caps, words)]
    words = [ascii_of(w) for w in words]
    words = [w.upper() if fold(w) in REGNAL and i else w for i, w in enumerate(words)]
    words = [w if w[:1].isupper() or fold(w) in PARTICLES or w.startswith(("al-", "el-", "d'", "ad-", "as-", "ash-", "an-", "ar-", "at-", "az-", "'")) or fold(w) in ('oglu', 'ogly', 'wa', 'ole') else w[:1].upper() + w[1:] for w in words]
    words = [w.rstrip('.') if len(fold(w)) > 3 else w for w in words]
    words = [w.strip(",;'") if not w.startswith("'") else w for w in words]
    # patronymics of the former Union, and Azeri 'X oglu'
    if party in SLAVIC:
        keep = []; f2 = set()
        i = 0
        while i < len(words):
            f = fold(words[i])
            if i + 1 < len(words) and fold(words[i + 1]) in ('oglu', 'ogly', 'oghlu', 'kyzy', 'oqlu') and i > 0:
                i += 2; continue
            if 0 < i < len(words) - 1 and re.search(r'(ovich|evich|yevich|ovych|evych|ovna|evna|ivna|yovych|ievich|avich|itch|yich|ich)$', f) and len(f) > 6:
                i += 1; continue
            if fam and i in fam: f2.add(len(keep))
            keep.append(words[i]); i += 1
        if fam: fam = f2 or None
        words = keep
    if not words or len(' '.join(words)) < 2: return None
    if len(words) == 1 and len(fold(words[0])) < 2: return None
    if nick and len(words) > 1 and party != 'USA': alias.append(nick + ' ' + words[-1])
    return Name(words, fam, allcaps, alias)

# ------------------------------------------------------------------------------------------------ persons
class Person:
    def __init__(self, group):
        self.group, self.key, self.name, self.aliases, self.hand = group, None, None, [], False
        self.gone = False
        self.forms = {}                # folded text -> [Name, weight]
        self.sigs, self.masks = [], []
        self.terms = []                # [party, office, title, from, to, standing, source, file]
        self.years = set()
        self.parties = set()
    def add_form(self, n, weight=1, year=None):
        k = ' '.join(fold(w) for w in n.words)
        if k in self.forms:
            self.forms[k][1] += weight
            if n.family and not self.forms[k][0].family: self.forms[k][0] = n
        else:
            self.forms[k] = [n, weight]
            s = n.sig()
            if s not in self.sigs: self.sigs.append(s); self.masks.append(mask(s))
        if year: self.years.add(year)

BLOCK = [('heydar', 'ilham'), ('hafez', 'bashar'), ('mahinda', 'gotabaya'), ('lech', 'jaroslaw'), ('fidel', 'raul'), ('anerood', 'pravind'),
         ('seewoosagur', 'navin'), ('gurbanguly', 'serdar'), ('jigme', 'khesar'), ('omar', 'ali'), ('hassan', 'mohammed'), ('idriss', 'mahamat'), ('gnassingbe', 'faure'), ('hun', 'manet')]
def blocked(a, b):
    fa, fb = {fold(x) for x in a}, {fold(x) for x in b}
    for x, y in BLOCK:
        if (x in fa and y in fb and y not in fa) or (y in fa and x in fb and y not in fb): return True
    return False
def in_order(short, long):
    m, j = 0, 0
    for i, w in enumerate(short):
        for k in range(j, len(long)):
            if (len(fold(w)) == 1 or len(fold(long[k])) == 1) and (i == len(short) - 1 or k == len(long) - 1): continue
            if similar(w, long[k]):
                m += 1; j = k + 1; break
    return m
FORENAMES = {'mohammed', 'mohamed', 'muhammad', 'mohammad', 'mohd', 'seyed', 'seyyed', 'syed', 'sayyid', 'makhdoom', 'haji', 'sidi', 'prince', 'ayatollah'}
def same_name(a, b, party):
    if len(a) == 1 or len(b) == 1:
        return len(a) == len(b) and fold(a[0]) == fold(b[0])
    fa, fb = sorted(map(fold, a)), sorted(map(fold, b))
    if fa == fb and (party not in ARAB or fold(a[0]) == fold(b[0])): return True
    if ''.join(map(fold, a)) == ''.join(map(fold, b)): return True
    if blocked(a, b): return False
    ja, jb = ''.join(map(fold, a)), ''.join(map(fold, b))
    if party not in FAMILY_FIRST and party != 'USA' and ja[:1] == jb[:1] and min(len(ja), len(jb)) >= 7 and abs(len(ja) - len(jb)) <= 3:
        r = SequenceMatcher(None, ja, jb).ratio()              # slips of the typist: "Jen Stoltenberg"
        if r >= 0.93 or r >= 0.85 and party not in ARAB and fold(a[-1]) == fold(b[-1]) and len(fold(a[0])) > 1 and len(fold(b[0])) > 1 and len(a) == len(b) == 2: return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    n = len(short)
    first = similar(a[0], b[0])
    last = similar(a[-1], b[-1]) and len(fold(a[-1])) > 1 and len(fold(b[-1])) > 1
    if party == 'USA':
        if fold(a[-1]) != fold(b[-1]): return False
        ga, gb = a[:-1], b[:-1]
        if fold(ga[0]) == fold(gb[0]):
            return not (len(ga) > 1 and len(gb) > 1 and fold(ga[1])[:1] != fold(gb[1])[:1])
        return len(fold(ga[0])) == 1 and len(ga) > 1 and fold(ga[1]) == fold(gb[0]) or len(fold(gb[0])) == 1 and len(gb) > 1 and fold(gb[1]) == fold(ga[0])
    m = in_order(short, long)
    full = sum(1 for w in short if len(fold(w)) > 1)
    if party in ARAB:
        if not first:
            while len(long) > 2 and fold(long[0]) in FORENAMES: long = long[1:]
            first = similar(long[0], short[0]); m = in_order(short, long)
            if len(long) < n: return False
        if not first: return False
        if m == n and full >= 2: return True
        return m == n - 1 and n >= 4 and last
    if m == n and full >= 2 and (first or last or n >= 3): return True
    if n >= 3 and first and last and m >= n - 1: return True
    if party in HISPANIC and n == 2 and m == 2 and full == 2 and any(similar(short[0], long[i]) and similar(short[1], long[i + 1]) for i in range(len(long) - 1)): return True
    if party in FAMILY_FIRST | {'JPN', 'HUN'} and len(a) == len(b):
        return ''.join(map(fold, a[1:] + a[:1])) == ''.join(map(fold, b)) or ''.join(map(fold, a)) == ''.join(map(fold, b[1:] + b[:1]))
    return False

LETTER = {c: 1 << i for i, c in enumerate('abcdefghijklmnopqrstuvwxyz0123456789')}
for _a, _b in (('y', 'e'), ('i', 'e'), ('u', 'v'), ('o', 'u'), ('k', 'c'), ('j', 'g')): LETTER[_a] = LETTER[_b]
def mask(sig):
    m = 0
    for w in sig: m |= LETTER.get(fold(w)[:1], 0)
    return m
class Registry:
    def __init__(self):
        self.persons = []
        self.by_group = defaultdict(list)
        self.exact = defaultdict(list)
    def add(self, p, groups):
        self.persons.append(p)
        for g in groups: self.by_group[g].append(p)
    def find(self, name, party, year):
        g = GROUP.get(party, party)
        sig = name.sig()
        cands = []
        mk = mask(sig)
        need = min(2, bin(mk).count('1'))
        for p in self.by_group[g]:
            if not any(bin(mk & m).count('1') >= min(need, bin(m).count('1')) for m in p.masks): continue
            if p.years and (min(p.years) - year > 28 or year - max(p.years) > 28): continue
            if any(same_name(sig, s, g) for s in p.sigs):
                exact = any(sorted(map(fold, sig)) == sorted(map(fold, s)) for s in p.sigs)
                dist = min([abs(y - year) for y in p.years] or [0])
                cands.append((not exact, not p.hand, dist, p))
        hands = [c for c in cands if c[3].hand]
        if len(hands) > 1: cands = sorted(hands, key=lambda c: (c[2], c[0]))
        if not cands and len(sig) > 1:
            k = ' '.join(map(fold, sig))
            for p in self.exact.get(k, ()):
                if p.hand and p.parties - STATE_CODES and min([abs(y - year) for y in p.years] or [0]) <= 15:
                    self.by_group[g].append(p); return p
        if not cands: return None
        cands.sort(key=lambda c: c[:3])
        return cands[0][3]
    def find_surname(self, word, party, year, offices=None, initials=(), span=2):
        """The one person of a party who bears this single name near that year."""
        g = GROUP.get(party, party)
        best = []
        for p in self.by_group[g]:
            if p.gone: continue
            hit = 0
            for s in p.sigs:
                for i, w in enumerate(s):
                    if len(s) > 1 and similar(w, word) and len(fold(w)) > 1:
                        e = 3 if fold(w) == fold(word) else 1
                        if (i == len(s) - 1) or (g in FAMILY_FIRST and i == 0) or (g in HISPANIC and i >= 1): e += 1
                        hit = max(hit, e)
            if not hit: continue
            if initials and not any(fold(w)[:1] == i for s in p.sigs for w in s for i in initials): continue
            dist = min([abs(y - year) for y in p.years] or [99])
            if offices:
                d2 = [abs(y - year) for t in p.terms if t[1] in offices for y in term_years(t)]
                odist = min(d2) if d2 else 99
                if odist <= span: best.append((0, odist, -hit, p)); continue
            if dist <= span: best.append((1, dist, -hit, p))
        if not best: return None
        best.sort(key=lambda c: c[:3])
        if len(best) > 1 and best[0][:3] == best[1][:3] and best[0][3] is not best[1][3]: return None
        return best[0][3]
def term_years(t):
    a = int(t[3][:4]); b = int(t[4][:4]) if t[4] else 2026
    return range(a, min(b, 2026) + 1)

REG = Registry()
def person_for(name, party, year, create=True):
    p = REG.find(name, party, year)
    if p is None and create:
        p = Person(GROUP.get(party, party)); REG.add(p, [GROUP.get(party, party)])
    return p

def load_hand():
    for path in sorted(glob.glob(os.path.join(OUT, '*.tsv'))):
        base = os.path.basename(path)[:-4]
        if base in GENERATED: continue
        header = None
        for line in open(path, encoding='utf-8'):
            line = line.rstrip('\n')
            if not line or line.startswith('#'): continue
            f = line.split('\t')
            if header is None: header = f; continue
            if len(f) != len(COLUMNS): continue
            r = dict(zip(COLUMNS, f))
            p = HAND.get(r['person'])
            if p is None:
                p = HAND[r['person']] = Person('')
                p.hand, p.key, p.name = True, r['person'], r['name']
                REG.persons.append(p)
            fam = None
            words = r['name'].replace('/', '').split()
            p.add_form(Name([ascii_of(w) for w in words], fam), 50)
            for a in filter(None, r['aliases'].split('|')):
                if a not in p.aliases: p.aliases.append(a)
                if ' ' in a: p.add_form(Name([ascii_of(w) for w in a.split()]), 5)
            g = GROUP.get(r['party'], r['party'])
            if p not in REG.by_group[g]: REG.by_group[g].append(p)
            if r['from']:
                t = [r['party'], r['office'], r['title'], r['from'], r['to'], r['standing'], r['source'], base]
                p.terms.append(t); p.years |= set(term_years(t))
            p.parties.add(r['party'])
    for p in HAND.values():
        p.known = set(p.forms) | {' '.join(map(fold, a.split())) for a in p.aliases}
        for s in p.sigs: REG.exact[' '.join(map(fold, s))].append(p)
HAND = {}

# ------------------------------------------------------------------------------------------------ factbook
MONTHS = {m: i + 1 for i, m in enumerate('jan feb mar apr may jun jul aug sep oct nov dec'.split())}
def fb_date(s):
    m = re.search(r'(?:(\d{1,2})\s+)?([A-Z][a-z]+)\s+(\d{4})', s)
    if m and m.group(2)[:3].lower() in MONTHS:
        d = '%s-%02d' % (m.group(3), MONTHS[m.group(2)[:3].lower()])
        return d + ('-%02d' % int(m.group(1)) if m.group(1) else '')
    m = re.search(r'\b(19|20)\d{2}\b', s)
    return m.group(0) if m else ''
FB_TITLES = [
    (r'(?:GNU |CNSP |Transition(?:al)? |Caretaker |Interim |Acting )*Prime Minister and Foreign Minister', [(HOG, 'Prime Minister'), (FM, 'Minister of Foreign Affairs')]),
    (r'Crown Prince and Prime Minister', [('crown-prince', 'Crown Prince'), (HOG, 'Prime Minister')]),
    (r'Prime Minister,? Crown Prince', [('crown-prince', 'Crown Prince'), (HOG, 'Prime Minister')]),
    (r'Sultan and Prime Minister', [(HOS, 'Sultan'), (HOG, 'Prime Minister')]),
    (r'Prime Minister and Co-Vice President', [(HOG, 'Prime Minister'), (DHOS, 'Vice President')]),
    (r'Taoiseach \(Prime Minister\)', [(HOG, 'Taoiseach')]),
    (r'Chairperson of the Presidency', [(HOS, 'Chairman of the Presidency')]),
    (r'Chairperson of the Council of Ministers', [(HOG, 'Chairman of the Council of Ministers')]),
    (r'Chairman of the Cabinet of Ministers', [(HOG, 'Chairman of the Cabinet of Ministers')]),
    (r'President of (?:the )?Council of Ministers', [(HOG, 'President of the Council of Ministers')]),
    (r'President of the Government of Spain(?: \(prime minister-equivalent\))?', [(HOG, 'Prime Minister')]),
    (r'President of the Swiss Confederation', [(HOS, 'President of the Confederation')]),
    (r'President of the National Council for the Safeguard of the Homeland(?: \(CNSP\))?', [(HOS, 'President')]),
    (r'President,? (?:of the )?Presidential Council,?', [(HOS, 'Chairman of the Presidential Council')]),
    (r'Presidential Leadership Council Chairperson', [(HOS, 'Chairman of the Presidential Leadership Council')]),
    (r'Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces', [(HOS, 'Chairman of the Sovereign Council')]),
    (r'State Affairs Commission President', [('supreme-leader', 'Supreme Leader')]),
    (r"Supreme People's Assembly President", []),
    (r'President of the Pontifical Commission.*?City State', []),
    (r'Captains Regent', []),
    (r'Secretary of State for Foreign and Political Affairs', [(FM, 'Secretary of State for Foreign and Political Affairs')]),
    (r'Supreme Leader', [('supreme-leader', 'Supreme Leader')]),
    (r'Taliban Leader', [('supreme-leader', 'Supreme Leader')]),
    (r'Minister of State', [(HOG, 'Minister of State')]),
    (r'(?:GNU |CNSP )?(?:Transition(?:al)? |Caretaker |Interim |Acting )*(?:Prime Minister|Premier)', [(HOG, 'Prime Minister')]),
    (r'(?:Transition(?:al)? |Caretaker |Interim |Acting )*President', [(HOS, 'President')]),
    (r'Vice President', [(DHOS, 'Vice President')]),
    (r'Chancellor', [(HOG, 'Chancellor')]),
    (r'Grand Duke', [(HOS, 'Grand Duke')]), (r'King Sultan', [(HOS, 'King')]), (r'King', [(HOS, 'King')]), (r'Queen', [(HOS, 'Queen')]), (r'Emperor', [(HOS, 'Emperor')]),
    (r'Prince', [(HOS, 'Prince')]), (r'(?:Amir|Emir)', [(HOS, 'Emir')]), (r'Sultan', [(HOS, 'Sultan')]), (r'Pope', [(HOS, 'Pope')]),
    (r'(?:Acting )?Governor[- ]General', [(HOS, 'Governor-General')]),
]
FB_NAME_FIX = {'HASSAN SHEIKH Mohamud': 'Hassan Sheikh Mohamud', 'WACHIRALONGKON': 'Vajiralongkorn', 'ABDALLAH II': 'Abdullah II', 'Latif RASHID': 'Abdul Latif RASHID',
               "Ahmad al-Shara'": 'Ahmed al-Sharaa', 'Salim Salih BIN BURAYK': 'Salem bin Braik', 'Abd-al-Hamid DUBAYBAH': 'Abdul Hamid DBEIBAH', 'Joseph NGUTE': 'Joseph Dion NGUTE'}
FB_COUNTRY = {'Korea, South': 'South Korea', 'Korea, North': 'North Korea', 'Burma': 'Myanmar', 'Bahamas, The': 'the Bahamas', 'Gambia, The': 'Gambia', 'Congo, Democratic Republic of the': 'the Democratic Republic of the Congo',
              'Congo, Republic of the': 'the Republic of the Congo', 'Turkey (Turkiye)': 'Turkey', 'Holy See (Vatican City)': 'the Holy See', 'Micronesia, Federated States of': 'Micronesia', 'none': '',
              'DRC': 'the Democratic Republic of the Congo', 'Congo (Brazzaville)': 'the Republic of the Congo', 'Philippines': 'the Philippines', 'Netherlands': 'the Netherlands', 'United Kingdom': 'the United Kingdom', 'UAE': 'the United Arab Emirates', 'UK': 'the United Kingdom', 'Maldives': 'the Maldives'}
def fb_text(x):
    if not x: return ''
    s = x.get('text', '') if isinstance(x, dict) else str(x)
    s = html.unescape(re.sub(r'<[^>]+>', ' ', s)).replace('\u00a0', ' ')
    return re.sub(r'\s+', ' ', s).strip()
def fb_name(s, party):
    s = s.strip(' ,;')
    s = FB_NAME_FIX.get(s, s)
    s = re.sub(r';? also spelled.*$', '', s); s = re.sub(r'\(also spelled[^)]*\)', '', s); s = re.sub(r' of (Norway|Denmark|the Netherlands)$', '', s)
    s = re.sub(r'^(?:Col\.|Gen\.|Capt\.|Sr\.|General|Dr\.|Sir|Dame|Grand Chief|Ratu|Lt\.|H\.E\.|\s)+\s*', '', s)
    return clean_name(s, party)
MISSION_TITLES = {}
def load_factbook():
    horizon = '2026-05'
    for path in sorted(glob.glob(os.path.join(SRC, 'factbook', '*', '??.json'))):
        code = os.path.basename(path)[:2]
        party = FIPS.get(code)
        if not party: continue
        gov = json.load(open(path, encoding='utf-8')).get('Government') or {}
        ex = gov.get('Executive branch') or {}
        cn = gov.get('Country name') or {}
        short = fb_text(cn.get('conventional short form')); short = short if short and short != 'none' else fb_text(cn.get('conventional long form'))
        short = FB_COUNTRY.get(short, short)
        if party == 'USA': short = 'the United States'
        seen = set()
        for field, default in (('chief of state', HOS), ('head of government', HOG)):
            txt = fb_text(ex.get(field))
            txt = txt.replace("; also spelled Vajiralongkorn", '')
            if party == 'SYR': txt = re.sub(r'; former President.*', ' (since 29 January 2025)', txt); txt = 'President ' + txt if field == 'chief of state' else ''
            if party == 'MDG' and field == 'chief of state': txt = 'President Michael RANDRIANIRINA (since 17 October 2025)'
            if party == 'FRA' and field != 'chief of state': txt = 'Prime Minister ' + txt
            if party == 'SMR' and field == 'chief of state': continue
            if party == 'AND' and field == 'chief of state': continue
            if party == 'MHL': txt = txt.replace('3 January 2023', '3 January 2024')
            if party == 'QAT': txt = txt.replace('MUHAMMAD bin Abd al-Rahman Al Thani', 'Mohammed bin Abdulrahman Al Thani')
            if party == 'ROU': txt = txt.replace('23 June 2005', '23 June 2025')
            if party == 'WSM' and field == 'chief of state': txt = 'President ' + txt
            segs = re.split(r';\s*(?:and )?|,?\s*represented by\s+', txt)
            for i, seg in enumerate(segs):
                m = re.match(r'^(.*?)\s*\(([^()]*\b(?:19|20)\d{2}[^()]*)\)', seg)
                if not m: continue
                head, since = m.group(1), fb_date(m.group(2).split(';')[0])
                head = re.sub(r'\s*\(President of the Executive Yuan\)', '', head)
                if party == 'BIH' and i > 0 and field == 'chief of state': continue
                offices = None
                for pat, offs in FB_TITLES:
                    mm = re.match(r'(?:%s)\b,?\s+' % pat, head) or re.match(r'(?:%s)\s+' % pat, head)
                    if mm: offices, nm = offs, head[mm.end():]; break
                if not offices or not since: continue
                gg = offices[0][1] == 'Governor-General'
                if 'CHARLES III' in head and party != 'GBR': continue
                n = fb_name(nm, party)
                if n is None or 'vacant' in nm: continue
                standing = 'acting' if re.match(r'(?:GNU |CNSP )?(Transition|Caretaker|Interim|Acting)', head) else ''
                p = person_for(n, party, int(since[:4]))
                p.add_form(n, 3, int(since[:4]))
                for off, title in offices:
                    if off == HOG and title == 'Prime Minister': title = HOG_TITLE.get(party, title)
                    if (off, n.text()) in seen: continue
                    seen.add((off, n.text()))
                    add_term(p, [party, off, title, since, '', standing, 'factbook', 'factbook'])
        txt = fb_text((gov.get('Diplomatic representation in the US') or {}).get('chief of mission'))
        mission(txt, party, 'the United States', party)
        txt = fb_text((gov.get('Diplomatic representation from the US') or {}).get('chief of mission'))
        if short: mission(txt, 'USA', short, party)
def mission(txt, party, to, post):
    for m in re.finditer(r"(Ambassador(?:-designate)?|Apostolic Nuncio|Charg[eé] d[’']Affaires|Representative)\s+(?:Ambassador\s+)?([^;()]*(?:\([A-Za-z\"“” ]+\))?[^;()]*?)\s*\((since )?([^)]*(?:19|20)\d{2}[^)]*)\)", txt):
        if 'vacant' in m.group(2) or not m.group(2).strip(): continue
        kind, since = m.group(1), fb_date(m.group(4))
        if 'note' in m.group(2) or not since: continue
        n = clean_name(m.group(2), party)
        if n is None or len(n.words) < 2: continue
        off = 'charge-d-affaires' if kind.startswith('Charg') else 'ambassador'
        if kind == 'Representative': continue
        title = {'charge-d-affaires': "Charge d'affaires", 'ambassador': 'Apostolic Nuncio' if 'Nuncio' in kind else 'Ambassador'}[off]
        if party == 'USA':
            MISSION_TITLES[norm_place(to)] = min(since, MISSION_TITLES.get(norm_place(to), '9999'))
            short_us(n)
        p = person_for(n, party, int(since[:4]))
        p.add_form(n, 2, int(since[:4]))
        add_term(p, [party, off, ('%s in %s' if off.startswith('charge') else '%s to %s') % (title, to), since, '', '', 'factbook', 'factbook'])
def norm_place(s): return re.sub(r'\b(the|and|of)\b|[^a-z]', '', s.lower())
def short_us(n):
    n.words = [w for w in n.words]

# ------------------------------------------------------------------------------------------------ United States office holders
US_PLACE = {'korea': 'South Korea', 'burma': 'Myanmar', 'congo-democratic-republic': 'the Democratic Republic of the Congo', 'congo-republic': 'the Republic of the Congo', 'cote-divoire': "Cote d'Ivoire",
            'bosnia-herzegovina': 'Bosnia and Herzegovina', 'trinidad-and-tobago': 'Trinidad and Tobago', 'antigua-barbuda': 'Antigua and Barbuda', 'saint-kitts-nevis': 'Saint Kitts and Nevis',
            'saint-vincent-grenadines': 'Saint Vincent and the Grenadines', 'sao-tome-and-principe': 'Sao Tome and Principe', 'german-democratic-republic': 'East Germany', 'vietnam-south': 'South Vietnam',
            'macedonia': 'North Macedonia', 'swaziland': 'Eswatini', 'cape-verde': 'Cabo Verde', 'holy-see': 'the Holy See', 'united-kingdom': 'the United Kingdom', 'netherlands': 'the Netherlands',
            'philippines': 'the Philippines', 'united-arab-emirates': 'the United Arab Emirates', 'czech-republic': 'Czechia', 'bahamas': 'the Bahamas', 'maldives': 'the Maldives', 'papua-new-guinea': 'Papua New Guinea',
            'guinea-bissau': 'Guinea-Bissau', 'timor-leste': 'Timor-Leste', 'marshall-islands': 'Marshall Islands', 'solomon-islands': 'Solomon Islands'}
US_ORG = {'representative-to-un': 'Ambassador to the United Nations', 'representative-to-nato': 'Ambassador to NATO', 'representative-to-eu': 'Ambassador to the European Union', 'representative-to-oas': 'Ambassador to the Organization of American States',
          'representative-to-osce': 'Ambassador to the OSCE', 'representative-to-iaea': 'Representative to the IAEA', 'representative-to-au': 'Ambassador to the African Union', 'representative-to-asean': 'Ambassador to ASEAN',
          'representative-to-oecd': 'Ambassador to the OECD', 'representative-to-icao': 'Representative to ICAO', 'representative-uneo': 'Representative to the UN Office in Geneva', 'representative-to-unesco': 'Representative to UNESCO',
          'representative-unvo': 'Representative to the UN Office in Vienna', 'representative-to-unafa': 'Representative to the UN Agencies for Food and Agriculture', 'representative-to-unido': 'Representative to UNIDO'}
US_SKIP = {'Career Ambassador', 'Chief Clerk', 'Director of the Office of Medical Services', 'Deputy Inspector General of Foreign Assistance', 'Director of the Bureau of Budget and Planning',
           'Comptroller and Director of the Bureau of Global Financial Services', 'Director of the Office of Management Policy', 'Director of the Office of Management Policy, Rightsizing, and Innovation'}
NICK = set('''Bill Bob Mike Jim Tom Dick Rick Chuck Ted Ed Joe Dan Dave Don Ron Ken Mickey Beth Liz Kathy Sue Tim Tony Steve Jack Jerry Larry Pete Phil Ray Sam Will Nick Chris
Andy Al Bud Skip Woody Bonnie Katie Kate Cathy Pam Barbara Debbie Cindy Peggy Becky Jimmy Tommy Billy Bobby Johnny Charlie Fred Frank Hank Harry Jeff Greg Matt Marty Mitch Stu Terry Vic Wes Sandy Ned Gus Tex'''.split())
def us_office(kind, post, role):
    if kind == 'chief-of-mission':
        if post in US_ORG: return PR, US_ORG[post]
        if post.startswith('representative'): return None
        place = US_PLACE.get(post) or ' '.join(w if w in ('and', 'of') else w.capitalize() for w in post.split('-'))
        if role == 'ambassador-e-p': return 'ambassador', 'Ambassador to ' + place
        if role.startswith('charge'): return 'charge-d-affaires', "Charge d'affaires in " + place
        if role == 'principal-officer': return 'senior-diplomat', 'Principal Officer in ' + place
        return None
    if post in US_SKIP: return None
    if post.startswith('Secretary of State'): return FM, 'Secretary of State'
    if post.startswith(('Deputy Secretary', 'Under Secretary')):
        return DFM, post.replace('Under Secretary for', 'Under Secretary of State for')
    if post == 'U.S. Trade Representative': return 'trade-minister', 'Trade Representative'
    if post.startswith('Assistant Secretary') or post in ('Counselor', 'Director of Policy Planning', 'Legal Adviser', 'Executive Secretary'): return 'senior-diplomat', {'Counselor': 'Counselor of the Department of State'}.get(post, post)
    if post == 'Ambassador at Large': return 'special-envoy', 'Ambassador at Large'
    return 'senior-official', post
def load_us():
    rows = list(csv.DictReader(open(os.path.join(SRC, 'us_officeholders.csv'), encoding='utf-8')))
    last_start = defaultdict(list)
    for r in rows:
        if r['started'] or r['appointed']: last_start[(r['kind'], r['post'])].append(r['started'] or r['appointed'])
    horizon = {k: max(r['started'] for r in rows if r['kind'] == k) for k in ('principal', 'chief-of-mission')}
    for r in rows:
        a, b = r['started'] or r['appointed'], r['ended']
        if r['started'] and r['appointed'] and r['started'] < r['appointed'] and r['kind'] == 'chief-of-mission': a = r['started']
        if not a or (b and b < '1990') or (not b and a < '1986'): continue
        got = us_office(r['kind'], r['post'], r['role'])
        if not got: continue
        office, title = got
        if not b:
            later = sorted(x for x in last_start[(r['kind'], r['post'])] if x > a)
            if later and 'd\'affaires' not in title: b = later[0]
            elif r['kind'] == 'chief-of-mission':
                place = norm_place(re.sub(r"^(Ambassador to|Charge d'affaires in) ", '', title))
                fb = MISSION_TITLES.get(place)
                b = fb if fb and fb > a else '2021'
                if a < '2021-01-20': b = min(b, '2021')
                if a[:4] > '2021': b = fb if fb and fb > a else ''
                if "d'affaires" in title and later: b = later[0]
                if a < '2012' and not later: b = a[:4]
            elif a < '2024': b = '2021' if '2015' < a < '2021-02' else '2025' if a >= '2021-02' else a[:4]
            if b and b < '1990': continue
        if b and b[:len(a)] < a[:len(b)]: b = a
        raw = r['name']
        m = re.search(r'\(([^)]+)\)', raw)
        forms = []
        if m:
            plain = re.sub(r'\s*\([^)]*\)', '', raw)
            ws = plain.split()
            nick = m.group(1).strip().split()[0].strip('"')
            famn = ws[-1] if not fold(ws[-1]) in ('jr', 'sr', 'iii', 'ii', 'iv') else ws[-2]
            nickform = nick + ' ' + famn if nick not in ws else plain
            forms = [plain, nickform] if ws[0] in NICK else [nickform, plain]
        else: forms = [raw]
        names = [x for x in (clean_name(f, 'USA') for f in forms) if x]
        if not names or len(names[0].words) < 2: continue
        # family words as the source's own key gives them
        ident = r['person_id']
        display = us_display(names[0], ident)
        year = int(a[:4])
        p = US_IDS.get(ident)
        if p is None:
            p = None
            for n in [display] + names:
                p = REG.find(n, 'USA', max(year, 1990))
                if p: break
            if p is None: p = person_for(display, 'USA', year)
            US_IDS[ident] = p
        p.add_form(display, 6, year)
        for n in names: p.add_form(n, 1)
        standing = 'acting' if r['role'] == 'secretary-ad-interim' else ''
        add_term(p, ['USA', office, title, a, b, standing, 'us-officials', 'us-officials'])
US_IDS = {}
def us_display(n, ident):
    ws = list(n.words)
    suffix = []
    while len(ws) > 2 and fold(ws[-1]) in ('jr', 'sr', 'ii', 'iii', 'iv'): suffix.insert(0, ws.pop())
    idw = ident.split('-')
    # the key begins with the family name: find where it starts in the words
    start = len(ws) - 1
    for k in range(1, len(ws)):
        if ''.join(fold(x) for x in ws[k:]) == ''.join(idw)[:len(''.join(fold(x) for x in ws[k:]))]:
            start = k; break
    given = ws[:start]
    if len(given) > 1:
        full = [g for g in given if len(fold(g)) > 1]
        if len(fold(given[0])) == 1 and full: given = full[:1]       # "R. Nicholas Burns"
        elif len(fold(given[0])) > 1: given = given[:1]
    return Name(given + ws[start:], {i for i in range(len(given), len(given) + len(ws) - start)})

# ------------------------------------------------------------------------------------------------ General Debate speakers
def un_offices(post, party, year):
    """-> [(office, title, standing)]"""
    s = re.sub(r'\s+', ' ', post.strip()).lower().replace('foregn', 'foreign').replace('minsiter', 'minister').replace('misnter', 'minister').replace('cairman', 'chairman').replace('presidensy', 'presidency')
    s = re.sub(r'^rime', 'prime', s)
    if not s or s in ('missing', 'not indicated', 'sheikh', 'delegation') or 'delegation' in s or s.startswith(('special envoy',)): return []
    standing = 'acting' if re.search(r'\b(acting|interim|ad interim)\b', s) and 'acting minister' not in s else ''
    out = []
    def add(o, t): 
        if o not in [x[0] for x in out]: out.append((o, t, standing))
    fm = bool(re.search(r'(minister|secretary|ministry|commissioner|commis·sioner)\b.*\b(foreign|external)|relations with states|international relations|international affairs|european and international', s)) and not s.startswith(('deputy minister', 'vice minister', 'second minister', 'minister at')) 
    if party == 'EUR': return [('organisation-head', 'President of the European Council', '')] if 'president' in s else []
    if party == 'VAT' and s == 'secretary of state': return [(HOG, 'Cardinal Secretary of State', '')]
    if party == 'MCO' and year < 2005 and s.startswith(('head of state', 'prince', 'crown')): return [('crown-prince', 'Crown Prince', '')]
    if party == 'USA' and s == 'secretary of state': return [(FM, 'Secretary of State', '')]
    if re.match(r'(un representative|permanent representative)', s): return [(PR, 'Permanent Representative to the United Nations', '')]
    if re.match(r'(deputy minister|vice minister|minister of state$)', s):
        return [(DFM, 'Deputy Minister of Foreign Affairs' if 'deputy' in s or 'vice' in s else 'Minister of State', '')]
    if re.match(r'second minister|minister at', s): return [('minister', 'Second Minister of Foreign Affairs', '')]
    if 'crown prince' in s: return [('crown-prince', 'Crown Prince', '')]
    if re.match(r'(first )?vice[- ]president|vice president', s): add(DHOS, 'Vice President' if not s.startswith('first') else 'First Vice President')
    elif re.match(r'vice-chancellor', s): add(DHOG, 'Vice-Chancellor')
    elif re.match(r'deputy (prime|chairman)', s): add(DHOG, 'Deputy Prime Minister')
    elif re.search(r'(prime minister|premier|chancellor|head of (the )?gover|president of the council of ministers|president of (the )?government|chairman of the council of ministers|chief advis|chief executive)', s) and not s.startswith(('president and', 'president,', 'king', 'head of state', 'president of the republic', 'president of faso')) or s in ('state counsellor',):
        title = HOG_TITLE.get(party, 'Prime Minister')
        if party == 'PAK' and 'executive' in s: add(HOS, 'Chief Executive')
        elif 'chief advis' in s: add(HOG, 'Chief Adviser')
        elif party in ('ESP',): add(HOG, 'Prime Minister')
        elif party in ('SAU', 'OMN', 'BRN'): add(HOG, 'Prime Minister')
        elif party in MONARCH or party in PARLIAMENTARY or 'prime' in s or 'premier' in s: add(HOG, title)
        elif s.startswith('head of') and party not in PARLIAMENTARY: add(HOG, title)
        else: add(HOG, title)
    elif re.match(r'(crown |the )?prince\b', s) and 'head' not in s and party not in ('MCO', 'LIE'): add('royal', 'Prince')
    elif re.match(r'(the )?(king|amir|emir|prince|sultan|sovereign|pope)', s):
        add(HOS, {'amir': 'Emir', 'emir': 'Emir', 'prin': 'Prince', 'sove': 'Prince', 'pope': 'Pope', 'sult': 'Sultan'}.get(s[:4], 'King'))
    elif re.match(r'(acting |interim |constitutional |first executive )?(president|head of state|chairman|captain|coordinator|commander|member of the presidency|prince and head)', s):
        t = MONARCH.get(party) if s.startswith('head of state') and party in MONARCH and party not in ('ESP',) else None
        if party == 'BHR' and t and year < 2002: t = 'Emir'
        if party == 'MYS': t = None
        add(HOS, t or SPECIAL_TITLE.get((party, HOS)) or 'President')
    elif re.match(r'minister\b', s) and not fm: 
        add('minister', re.sub(r'\b(\w)', lambda m: m.group(1).upper(), post.strip())[:80]) if len(s) < 60 else None
    if fm or s in ('foreign minister',): add(FM, FM_TITLE.get(party, 'Minister of Foreign Affairs'))
    if s.startswith('union minister'): return [('minister', 'Union Minister for the Office of the State Counsellor', '')]
    if s.startswith('state councillor'): return [(FM, 'Minister of Foreign Affairs', '')]
    return out
def un_party(iso, country, year):
    p = UN_FIX.get(iso, iso)
    if iso == 'CHE' and country.strip().lower().startswith('swede'): p = 'SWE'
    if p == 'RUS' and year <= 1991: p = 'SUN'
    if p == 'YUG' and year >= 2006: p = 'SRB'
    elif p in ('YUG', 'SRB') and 2003 <= year <= 2005: p = 'SCG'
    elif p == 'SRB' and year < 2003: p = 'YUG'
    if p == 'CZE' and year <= 1992: p = 'CSK'
    return p if p in ISO3 else ''
SAME = {k.replace(' ', ''): v for k, v in (x.split('=') for x in '''AGO joaomanuelgoncalveslourerico=Joao Lourenco;AGO joaolourerico=Joao Lourenco;ARE recmalhashimy=Reem al-Hashimy
BEN boniyahi=Thomas Boni Yayi;BEN boniyayi=Thomas Boni Yayi;FJI josaiavbainimarama=Frank Bainimarama;FJI josaiavoreqebainimarama=Frank Bainimarama;FJI josaiabainimarama=Frank Bainimarama;FJI voreqebainimarama=Frank Bainimarama
KGZ sooronbaizheenbekov=Sooronbay Jeenbekov;KGZ sooronbaijzheenbekov=Sooronbay Jeenbekov;KGZ sooronbaijeenbekov=Sooronbay Jeenbekov;LBY aguilasaleh=Aguila Saleh;LBY agilasaleh=Aguila Saleh
LSO thomasmotsoahaethabane=Tom Thabane;LSO motsoahaethomasthabane=Tom Thabane;JAM percivaljamespatterson=P.J. Patterson;JAM jamespatterson=P.J. Patterson;JAM percivalpatterson=P.J. Patterson;JAM pjpatterson=P.J. Patterson
MNG tsakhiaelbegdorj=Tsakhiagiin Elbegdorj;MNG elbegdorjtsakhia=Tsakhiagiin Elbegdorj;MNG nambarenkhbayar=Nambaryn Enkhbayar;MNG nambarynenkhbayar=Nambaryn Enkhbayar;MUS navinchandraramgoolam=Navin Ramgoolam;MUS navinramgoolam=Navin Ramgoolam
NZL jamesbrendanbolger=Jim Bolger;NZL jamesbolger=Jim Bolger;VUT melteksatokilmanlivtunvanu=Sato Kilman;SEN mackysail=Macky Sall;SLB rickynelsonhouenipwela=Rick Houenipwela;PHL corzoncaguino=Corazon Aquino;PHL corzonaguino=Corazon Aquino
LBN eliashraoui=Elias Hrawi;SDN aliahmedkarti=Ali Karti;SDN ahmedkarti=Ali Karti;AUS penelopewong=Penny Wong;AUS penelopeyingyenwong=Penny Wong;IDN hassanwirajuda=Hassan Wirajuda;IDN nhassanwirajuda=Hassan Wirajuda;IDN noerhassanwirajuda=Hassan Wirajuda
GMB alhadjiyahyajammeh=Yahya Jammeh;GMB alhadjiyahyaajjjammeh=Yahya Jammeh;GMB yahyaajjjammeh=Yahya Jammeh;AZE tofikzulfugarov=Tofig Zulfugarov;COG jnclaudegakosso=Jean-Claude Gakosso;MDV mohamedwaheedhassanmanik=Mohamed Waheed
OMN yousefbinalalawibinadbulla=Yusuf bin Alawi;OMN yousefbinalalawibinabdulla=Yusuf bin Alawi;OMN yousufbinalawibinabdallah=Yusuf bin Alawi;OMN yousefbinalawibinabdullah=Yusuf bin Alawi;BGD alhajabdussamadazad=Abdus Samad Azad
HND irisxiomaracastrosarmiento=Xiomara Castro;UGA yowerikagutamuseveni=Yoweri Museveni;QAT muhammadbinabdalrahmanalthani=Mohammed bin Abdulrahman;MHL davidkabua=David Kabua'''.replace('\n', ';').split(';'))}
UN_WRONG = {(2012, 'KGZ', 'asylbekjeenbekov'): '', (1998, 'SAU', 'nizarmadani'): '', (1999, 'SAU', 'nizarmadani'): '', (2000, 'SAU', 'nizarmadani'): '', (2015, 'MKD', 'nikolagruevski'): '',                                    # slips of the source: (year, code, folded name) -> name or '' to leave out
    (1997, 'USA', 'clinton'): 'Bill Clinton', (1983, 'POL', 'olszowski'): 'Stefan Olszowski'}
def load_un():
    rows = []
    for r in csv.DictReader(open(os.path.join(SRC, 'un-speakers', 'speakers_by_session.csv'), encoding='utf-8-sig')):
        y = int(r['Year'])
        if y < FIRST_YEAR: continue
        party = un_party((r['ISO Code'] or '').strip(), r['Country'] or '', y)
        raw = (r['Name of Person Speaking'] or '').strip()
        if not party or not raw or raw in ('-', 'n/a'): continue
        if re.search(r'\band\b|&|/', raw): continue
        n = clean_name(raw, party)
        if n is None or re.search(r'\d', n.text()): continue
        fixed = UN_WRONG.get((y, party, fold(n.text()))) 
        if fixed is None:
            fixed = SAME.get(party + fold(n.text()))
            if fixed: RESPELLED.add((party, fixed, tidy(n.text())))
        if fixed is None and party == 'MYS' and any(fold(w) == 'najib' for w in n.words): fixed = 'Najib Razak'
        if fixed is None and party == 'BRN' and any(fold(w) == 'almuhtadee' for w in n.words): continue
        if fixed == '': continue
        if fixed: n = Name([ascii_of(w) for w in fixed.split()])
        if 'initials' in raw: continue
        rows.append((y, party, n, (r['Post'] or '').strip()))
    where = defaultdict(Counter)
    for y, party, n, post in rows:
        if len(n.sig()) >= 2: where[' '.join(map(fold, n.sig()))][GROUP.get(party, party)] += 1
    rows = [r for r in rows if len(r[2].sig()) < 2 or r[1] == 'EUR' or not (
        where[' '.join(map(fold, r[2].sig()))][GROUP.get(r[1], r[1])] == 1 and max(where[' '.join(map(fold, r[2].sig()))].values()) >= 2)]
    mentions = []                                   # (year, party, office, title, standing, person)
    late = []
    rows.sort(key=lambda r: (len(r[2].sig()) < 2, -len(r[2].sig()) if r[0] < 1994 else 0, r[1], -r[0]))
    for y, party, n, post in rows:
        offices = un_offices(post, party, y)
        if len(n.sig()) >= 2:
            p = person_for(n, party, y, create=bool(offices))
            if p is None: 
                late.append((y, party, n, offices)); continue
            p.add_form(n, 1, y if offices else None)
            for o in offices: mentions.append((y, party) + o + (p,))
            if not offices: late.append((y, party, n, offices))
        else: late.append((y, party, n, offices))
    for m in mentions: m[5].years.add(m[0])
    held = defaultdict(set)                         # years by (person, party group, office)
    for y, party, o, t, s, p in mentions: held[(id(p), GROUP.get(party, party), o)].add(y)
    # single surnames: who near that year bore it?
    late.sort(key=lambda r: (not r[3], -r[0], r[1]))
    for y, party, n, offices in late:
        g = GROUP.get(party, party)
        if len(n.sig()) >= 2: p = REG.find(n, party, y)
        else:
            p = None
            if offices:
                near = [q for q in REG.by_group[g] for sgn in q.sigs if len(sgn) > 1 and any(similar(w, n.sig()[-1]) for w in sgn) and
                        any(abs(y - yy) <= 4 for o in offices for yy in held.get((id(q), g, o[0]), ()))]
                near = list(dict.fromkeys(near))
                if len(near) == 1: p = near[0]
            if p is None: p = REG.find_surname(n.sig()[-1], party, y, {o[0] for o in offices} or None, span=3 if offices else 1)
        if offices:
            if p is None:
                if y < 1990 or all(o[0] == PR for o in offices) or len(fold(n.text())) < 3 or (g in GULF and fold(n.sig()[-1]) in ('thani', 'khalifa', 'sabah', 'saud', 'nahyan', 'nahayan')): continue
                p = next((q for q in REG.by_group[g] if len(q.sigs) == 1 and len(q.sigs[0]) == 1 and fold(q.sigs[0][0]) == fold(n.sig()[-1]) and min(abs(y - z) for z in q.years) <= 5), None)
                if p is None:
                    p = Person(g); REG.add(p, [g]); p.add_form(n, 1, y)
            p.years.add(y)
            for o in offices:
                mentions.append((y, party) + o + (p,)); held[(id(p), g, o[0])].add(y)
        elif p is not None and y >= 1985:           # a bare name without a post: the post that the same person had the year after
            ys = held.get((id(p), g, FM), set())
            if y + 1 in ys or y + 2 in ys:
                title = FM_TITLE.get(party, 'Minister of Foreign Affairs')
                mentions.append((y, party, FM, title, '', p)); ys.add(y)
    # years -> terms
    by = defaultdict(dict)
    holder = defaultdict(set)
    for y, party, o, t, s, p in mentions:
        by[(id(p), party, o)].setdefault(y, (t, s, p)); holder[(party, o, y)].add(id(p))
    for (pid, party, o), ys in sorted(by.items(), key=lambda kv: (kv[0][1], kv[0][2], min(kv[1]))):
        years = sorted(ys)
        runs = [[years[0]]]
        for y in years[1:]:
            prev = runs[-1][-1]
            other = any(holder.get((party, o, z), set()) - {pid} for z in range(prev + 1, y))
            if y - prev <= 5 and not other: runs[-1].append(y)
            else: runs.append([y])
        for run in runs:
            t, s, p = ys[run[-1]]
            UN_TERMS.append((p, [party, o, t, str(run[0]), str(run[-1]), s, 'un-speakers', 'un-speakers'], run))
UN_TERMS = []

# ------------------------------------------------------------------------------------------------ leaders by month
REIGN_FULL = {}
def reign_full():
    """Full names for bare surnames of leaders who never spoke in the General Debate under their full name."""
    for line in REIGN_NAMES.strip().split('\n'):
        code, rest = line.split(' ', 1)
        for item in rest.split(';'):
            a, b = item.split('=')
            REIGN_FULL[(code, fold(a))] = b.strip()
REIGN_NAMES = '''
USA Bush=George H. W. Bush;G.W. Bush=George W. Bush
CAN Mulroney=Brian Mulroney;Chretien=Jean Chretien;Harper=Stephen Harper;Trudeau=Justin Trudeau
BHM Pindling=Lynden Pindling;Ingraham=Hubert Ingraham;Christie=Perry Christie;Pratt=Cynthia Pratt
CUB Castro=Fidel Castro
HAI Avril=Prosper Avril;Pascal-Troillet=Ertha Pascal-Trouillot;Aristide=Jean-Bertrand Aristide;Cedras=Raoul Cedras;Preval=Rene Preval;Martelly=Michel Martelly
DOM Balaguer=Joaquin Balaguer;Fernandez Reyna=Leonel Fernandez
JAM Manley=Michael Manley;Patterson=P.J. Patterson;Simpson Miller=Portia Simpson Miller;Golding=Bruce Golding;Holness=Andrew Holness
TRI Robinson=Arthur Robinson;Manning=Patrick Manning;Panday=Basdeo Panday;Persad-Bissessar=Kamla Persad-Bissessar;Rowley=Keith Rowley
BAR Sandiford=Erskine Sandiford;Arthur=Owen Arthur;Thompson=David Thompson;Stuart=Freundel Stuart
GRN Jones=Ben Jones;Brathwaite=Nicholas Brathwaite;Brizan=George Brizan;Mitchell=Keith Mitchell;Thomas=Tillman Thomas
SLU Compton=John Compton;Lewis=Vaughan Lewis;Anthony=Kenny Anthony;King=Stephenson King;Chastanet=Allen Chastanet
SVG Mitchell=James Mitchell;Eustace=Arnhim Eustace;Gonsalves=Ralph Gonsalves
AAB Spencer=Baldwin Spencer;Browne=Gaston Browne
SKN Simmonds=Kennedy Simmonds;Douglas=Denzil Douglas;Harris=Timothy Harris
MEX Salinas=Carlos Salinas;Zedillo=Ernesto Zedillo;Vicente Fox Quesada=Vicente Fox;Calderon=Felipe Calderon;Lopez Obrador=Andres Manuel Lopez Obrador
BLZ Price=George Price;Esquivel=Manuel Esquivel;Musa=Said Musa;D.Barrow=Dean Barrow;Juan Antonio Briceno=John Briceno
GUA Cerezo=Vinicio Cerezo;Serrano Elias=Jorge Serrano;Leon Carpio=Ramiro de Leon Carpio;Arzu Yrigoyen=Alvaro Arzu;Berger Perdomo=Oscar Berger;Colom=Alvaro Colom;Molina=Otto Perez Molina;Maldanado=Alejandro Maldonado;Morales=Jimmy Morales;Giammattei=Alejandro Giammattei
HON Azcona Hoyo=Jose Azcona;Callejas=Rafael Leonardo Callejas;Reina=Carlos Roberto Reina;Flores Facusse=Carlos Flores;Zelaya=Manuel Zelaya;Micheletti=Roberto Micheletti;Lobo=Porfirio Lobo
SAL Cristiani=Alfredo Cristiani;Calderon Sol=Armando Calderon Sol;Flores=Francisco Flores;Saca Gonzalez=Antonio Saca;Funes=Mauricio Funes
NIC Aleman=Arnoldo Aleman
COS Arias=Oscar Arias;Calderon Fournier=Rafael Angel Calderon;Figueres Olsen=Jose Maria Figueres;Rodriguez Echeverria=Miguel Angel Rodriguez;Miranda=Laura Chinchilla
PAN Noriega=Manuel Noriega;Endara=Guillermo Endara;Balladares=Ernesto Perez Balladares;Martinelli=Ricardo Martinelli
COL Vargas=Virgilio Barco;Trujillo=Cesar Gaviria;Pizano=Ernesto Samper;Arango=Andres Pastrana;Alvaro Uribe Velez=Alvaro Uribe;Santos Calderon=Juan Manuel Santos
VEN Andres Perez=Carlos Andres Perez;Lepage Barreto=Octavio Lepage;Velasquez=Ramon Jose Velasquez;Caldera Rodriguez=Rafael Caldera
GUY Hoyte=Desmond Hoyte;Jagan Cheddi=Cheddi Jagan;Ramotar=Donald Ramotar
SUR Shankar=Ramsewak Shankar;Kraag=Johan Kraag;Venetiaan=Ronald Venetiaan;Wijdenbosch=Jules Wijdenbosch;Bouterse=Desi Bouterse;Santokhi=Chan Santokhi
ECU Borja Cevallos=Rodrigo Borja;Duran Ballen=Sixto Duran Ballen;Bucaram Ortiz=Abdala Bucaram;Alarcon Fabian=Fabian Alarcon;Mahuad=Jamil Mahuad
PER Garcia Perez=Alan Garcia;Fujimori=Alberto Fujimori;Martin Vizcarra Cornejo=Martin Vizcarra
BRA Sarnay=Jose Sarney;Mello=Fernando Collor de Mello;Cardoso=Fernando Henrique Cardoso;Rousseff=Dilma Rousseff;Temer=Michel Temer;Bolsonaro=Jair Bolsonaro
BOL Paz Zamora=Jaime Paz Zamora;Banzer Suarez=Hugo Banzer;Jorge Quiroga Ramirez=Jorge Quiroga;Anez=Jeanine Anez;Arce=Luis Arce
PAR Rodriguez Pedotti=Andres Rodriguez;Wasmosy Monti=Juan Carlos Wasmosy;Cubas Grau=Raul Cubas;Gonzalez Macchi=Luis Gonzalez Macchi;Benitez=Mario Abdo Benitez
CHL Pinochet=Augusto Pinochet;Aylwin=Patricio Aylwin;Frei Ruiz-Tagle=Eduardo Frei;Ricardo Lagos Escobar=Ricardo Lagos
ARG Menem=Carlos Menem;de la Rua=Fernando de la Rua;Fernandez de Kirchner=Cristina Fernandez de Kirchner;Macri=Mauricio Macri;Fernandez=Alberto Fernandez
URU Sanguinetti=Julio Maria Sanguinetti;Lacalle de Herrera=Luis Alberto Lacalle;Luis Pou=Luis Lacalle Pou
UKG Thatcher=Margaret Thatcher;Major=John Major;Blair=Tony Blair;Brown=Gordon Brown;Cameron=David Cameron;May=Theresa May;Johnson=Boris Johnson
IRE Haughey=Charles Haughey;Reynolds=Albert Reynolds;Bruton=John Bruton;Ahern=Bertie Ahern;B. Cowen=Brian Cowen;E. Kenny=Enda Kenny;Varadkar=Leo Varadkar;Martin=Micheal Martin
NTH Lubbers=Ruud Lubbers;Kok=Wim Kok;M. Rutte=Mark Rutte
BEL Martens=Wilfried Martens;Dehaene=Jean-Luc Dehaene;Verhofstadt=Guy Verhofstadt;Leterme=Yves Leterme;van Rompuy=Herman Van Rompuy;Di Rupo=Elio Di Rupo
LUX Santer=Jacques Santer;Juncker=Jean-Claude Juncker;Bettel=Xavier Bettel
FRN Mitterand=Francois Mitterrand;Chirac=Jacques Chirac;Sarkozy=Nicolas Sarkozy;Hollande=Francois Hollande;Macron=Emmanuel Macron
MNC Rainier=Rainier III;Albert=Albert II
SWZ Koller=Arnold Koller;Cotti=Flavio Cotti;Felber=Rene Felber;Ogi=Adolf Ogi;Stich=Otto Stich;Villiger=Kaspar Villiger;Delamuraz=Jean-Pascal Delamuraz;Dreifuss=Ruth Dreifuss;Leuenberger=Moritz Leuenberger;Schmid=Samuel Schmid;Calmy-Rey=Micheline Calmy-Rey;Widmer-Schlumpf=Eveline Widmer-Schlumpf;Maurer=Ueli Maurer;Burkhalter=Didier Burkhalter;Sommaruga=Simonetta Sommaruga;Schneider-Ammann=Johann Schneider-Ammann;Parmelin=Guy Parmelin
SPN Gonzalez Marquez=Felipe Gonzalez;Aznar=Jose Maria Aznar;Rodriguez Zapatero=Jose Luis Rodriguez Zapatero;Rajoy Brey=Mariano Rajoy;Sanchez=Pedro Sanchez
AND Reig=Oscar Ribas Reig;Molne=Marc Forne;Pintat-Santolaria=Albert Pintat;Bartumeu=Jaume Bartumeu;Marti=Antoni Marti;Espot Zamora=Xavier Espot
POR Soares=Mario Soares;Sampaio=Jorge Sampaio;Cavaco Silva=Anibal Cavaco Silva;de Sousa=Marcelo Rebelo de Sousa
GMY Kohl=Helmut Kohl;Schroder=Gerhard Schroeder;Merkel=Angela Merkel
POL Jaruzelski=Wojciech Jaruzelski;Walesa=Lech Walesa;Kwasniewski=Aleksander Kwasniewski;Kaczynski=Lech Kaczynski;Komorowski=Bronislaw Komorowski;Schetyna=Grzegorz Schetyna;Duda=Andrzej Duda
AUS Vranitzky=Franz Vranitzky;Klima=Viktor Klima;Schussel=Wolfgang Schuessel;Gusenbauer=Alfred Gusenbauer;Faymann=Werner Faymann;Mitterlehner=Reinhold Mitterlehner;Kern=Christian Kern;Kurz=Sebastian Kurz;Loeger=Hartwig Loeger;Bierlein=Brigitte Bierlein
HUN Szuros=Matyas Szuros;Antall=Jozsef Antall;Boross=Peter Boross;Horn=Gyula Horn;Orban=Viktor Orban;Bajnai=Gordon Bajnai
CZE Calfa=Marian Calfa;Strasky=Jan Strasky
CZR Klaus=Vaclav Klaus;Tosovsky=Josef Tosovsky;Zeman=Milos Zeman;Spidla=Vladimir Spidla;Paroubek=Jiri Paroubek;Topolanek=Mirek Topolanek;Fischer=Jan Fischer;Necas=Petr Necas;Rusnok=Jiri Rusnok;Sobotka=Bohuslav Sobotka
SLO Meciar=Vladimir Meciar;Moravcik=Jozef Moravcik;Dzurinda=Mikulas Dzurinda;Fico=Robert Fico;Radicova=Iveta Radicova;Pellegrini=Peter Pellegrini;Matovic=Igor Matovic
ITA Andreotti=Giulio Andreotti;Amato=Giuliano Amato;Ciampi=Carlo Azeglio Ciampi;Berlusconi=Silvio Berlusconi;Dini=Lamberto Dini;Prodi=Romano Prodi;D'Alema=Massimo D'Alema;Monti=Mario Monti;Letta=Enrico Letta;Renzi=Matteo Renzi;Gentiloni=Paolo Gentiloni;Conte=Giuseppe Conte;Draghi=Mario Draghi
MLT Adami=Eddie Fenech Adami;Sant=Alfred Sant;Gonzi=Lawrence Gonzi;Muscat=Joseph Muscat;Abela=Robert Abela
ALB Alia=Ramiz Alia;Berisha=Sali Berisha;Majko=Pandeli Majko;Meta=Ilir Meta;Rama=Edi Rama
MNG Dukanovic=Milo Djukanovic;Sturanovic=Zeljko Sturanovic;Luksic=Igor Luksic
MAC Kljusev=Nikola Kljusev;Crvenkovski=Branko Crvenkovski;Georgievski=Ljubco Georgievski;Gruevski=Nikola Gruevski;Dimitriev=Emil Dimitriev;Zaev=Zoran Zaev;Spasovksi=Oliver Spasovski
CRO Tudjman=Franjo Tudjman;Pavletic=Vlatko Pavletic;Tomcic=Zlatko Tomcic;Mesic=Stjepan Mesic;Racan=Ivica Racan;Sanader=Ivo Sanader;Kosor=Jadranka Kosor;Milanovic=Zoran Milanovic;Oreskovic=Tihomir Oreskovic;Plenkovic=Andrej Plenkovic
YUG Milosevic=Slobodan Milosevic;Kostunica=Vojislav Kostunica;Marovic=Svetozar Marovic;Cvetkovic=Mirko Cvetkovic;Dacic=Ivica Dacic;Vucic=Aleksandar Vucic
KOS Thaci=Hashim Thaci;Mustafa=Isa Mustafa;Kurti=Albin Kurti;Hoti=Avdullah Hoti
SLV Peterle=Lojze Peterle;Drnovsek=Janez Drnovsek;Bajuk=Andrej Bajuk;Sarec=Marjan Sarec;Jansa=Janez Jansa
GRC Zolotas=Xenophon Zolotas;A. Papandreou=Andreas Papandreou;Simitis=Costas Simitis;Pikrammenos=Panagiotis Pikrammenos;Samaras=Antonis Samaras;Tsipras=Alexis Tsipras;Thanou=Vassiliki Thanou;Georgios Papandreou=George Papandreou;Loukas Papadimos=Lucas Papademos
CYP Vassiliou=George Vassiliou;Clerides=Glafcos Clerides;Tassos Nikolaou Papadopoulos=Tassos Papadopoulos
BUL Mladenov=Petar Mladenov;Lukanov=Andrey Lukanov;Popov=Dimitar Popov;Dimitrov=Filip Dimitrov;Berov=Lyuben Berov;Indzhova=Reneta Indzhova;Videnov=Zhan Videnov;Sofiyanski=Stefan Sofiyanski;Kostov=Ivan Kostov;Saksgoburggotski=Simeon Saxe-Coburg-Gotha;Stanishev=Sergei Stanishev
MLD Snegur=Mircea Snegur;Lucinschi=Petru Lucinschi;Tarlev=Vasile Tarlev;Greceanii=Zinaida Greceanii;Pirlog=Vitalie Pirlog
ROM Roman=Petre Roman;Stolojan=Theodor Stolojan;Vacariou=Nicolae Vacaroiu;Ciorbea=Victor Ciorbea;Dejeu=Gavril Dejeu;Vasile=Radu Vasile;Athanasiu=Alexandru Athanasiu;Isarescu=Mugur Isarescu;A. Nastase=Adrian Nastase;Antonescu=Crin Antonescu;Iohannis=Klaus Iohannis
RUS Gorbachev=Mikhail Gorbachev;Yeltsin=Boris Yeltsin;Putin=Vladimir Putin
EST Savisaar=Edgar Savisaar;Vahi=Tiit Vahi;Laar=Mart Laar;Tarand=Andres Tarand;Siimann=Mart Siimann;Kallas=Siim Kallas;Parts=Juhan Parts;Ansip=Andrus Ansip;Roivas=Taavi Roivas;Ratas=Juri Ratas
LAT Godmanis=Ivars Godmanis;Birkavs=Valdis Birkavs;Gailis=Maris Gailis;Skele=Andris Skele;Krasts=Guntars Krasts;Kristopans=Vilis Kristopans;Berzins=Andris Berzins;Repse=Einars Repse;Dombrovskis=Valdis Dombrovskis;Straujuma=Laimdota Straujuma;Kucinskis=Maris Kucinskis;Karins=Krisjanis Karins
LIT Landsbergis=Vytautas Landsbergis;Brazauskas=Algirdas Brazauskas;Adamkus=Valdas Adamkus;Paksas=Rolandas Paksas;Paulauskas=Arturas Paulauskas;Grybauskaite=Dalia Grybauskaite;Nauseda=Gitanas Nauseda
UKR Kravchuk=Leonid Kravchuk;Kuchma=Leonid Kuchma;Yushchenko=Viktor Yushchenko;Yanukovych=Viktor Yanukovych;Turchynov=Oleksandr Turchynov;Poroshenko=Petro Poroshenko;Zelensky=Volodymyr Zelensky
BLR Shushkevich=Stanislav Shushkevich;Hryb=Myechyslaw Hryb;Lukashenko=Alexander Lukashenko
ARM Ter-Petrosyan=Levon Ter-Petrosyan;Kocharian=Robert Kocharian;Sargsyan=Serzh Sargsyan;Karapetyan=Karen Karapetyan;Pashinyan=Nikol Pashinyan
GRG Gamsakhurdia=Zviad Gamsakhurdia;Ioseliani=Jaba Ioseliani;Shevardnadze=Eduard Shevardnadze;Burdjanadze=Nino Burjanadze;Burdzhanadze=Nino Burjanadze;Saakashvili=Mikheil Saakashvili;Margvelashvili=Giorgi Margvelashvili;Bakhtadze=Mamuka Bakhtadze;Gakharia=Giorgi Gakharia;Garibashvili=Irakli Garibashvili
AZE Mutalibov=Ayaz Mutalibov;Mamedov=Yagub Mamedov;Gambarov=Isa Gambar;H. Aliyev=Heydar Aliyev;Ilhma Aliyev=Ilham Aliyev
FIN Koivisto=Mauno Koivisto;Marthi Ahtisaari=Martti Ahtisaari;Lipponen=Paavo Lipponen;Jaatteenmaki=Anneli Jaatteenmaki;Vanhanen=Matti Vanhanen;Kiviniemi=Mari Kiviniemi;Katainen=Jyrki Katainen;Stubb=Alexander Stubb;Sipila=Juha Sipila
SWD Carlsson=Ingvar Carlsson;Bildt=Carl Bildt;Persson=Goran Persson;Reinfeldt=Fredrik Reinfeldt;Lofven=Stefan Lofven
NOR Syse=Jan Syse;Brundtland=Gro Harlem Brundtland;Jagland=Thorbjorn Jagland;Bondevik=Kjell Magne Bondevik;Lahnstein=Anne Enger Lahnstein;Stoltenberg=Jens Stoltenberg;Solberg=Erna Solberg
DEN Schluter=Poul Schlueter;Nyrup Rasmussen=Poul Nyrup Rasmussen;Fogh Rasmussen=Anders Fogh Rasmussen;Lokke Rasmussen=Lars Lokke Rasmussen;Rasmussen=Lars Lokke Rasmussen;Thorning-Schmidt=Helle Thorning-Schmidt
ICE Hermannsson=Steingrimur Hermannsson;Oddsson=David Oddsson;Hilmar Haarde=Geir Haarde;Sigurdardottir=Johanna Sigurdardottir;Gunnlaugsson=Sigmundur David Gunnlaugsson
CAP Pires=Pedro Pires;Veiga=Carlos Veiga;do Rosario=Gualberto do Rosario;Neves=Jose Maria Neves;Correia e Silva=Ulisses Correia e Silva
GNB Vieira=Joao Bernardo Vieira;Sanha=Malam Bacai Sanha;Nhamadjo=Manuel Serifo Nhamadjo;Vaz=Jose Mario Vaz;Embalo=Umaro Sissoco Embalo;Mane=Ansumane Mane;Kuruma=Mamadu Ture Kuruma;Pereira=Raimundo Pereira
EQG Nguema Mbasogo=Teodoro Obiang Nguema Mbasogo
GAM Jawara=Dawda Jawara;Jammeh=Yahya Jammeh;Barrow=Adama Barrow
MLI Traore=Moussa Traore;Amadou Toure=Amadou Toumani Toure;Konare=Alpha Oumar Konare;Sanogo=Amadou Sanogo;Keita=Ibrahim Boubacar Keita
SEN Diouf=Abdou Diouf
BEN Kerekou=Mathieu Kerekou;Soglo, N=Nicephore Soglo;Talon=Patrice Talon;Yayi Boni=Thomas Boni Yayi
MAA Sidi Ahmed Taya=Maaouya Ould Sid'Ahmed Taya;Ould Mohamed Vall=Ely Ould Mohamed Vall;Ould Cheikh Abdellahi=Sidi Ould Cheikh Abdallahi;Ould Abdel Aziz=Mohamed Ould Abdel Aziz;dit M'Bare=Ba Mamadou Mbare;Ould Ghazouani=Mohamed Ould Ghazouani
NIR Seibou=Ali Saibou;Ousmane=Mahamane Ousmane;Mainassara=Ibrahim Bare Mainassara;Wanke=Daouda Malam Wanke;Mamadou=Mamadou Tandja;Djibo=Salou Djibo;Issoufou=Mahamadou Issoufou
CDI Houphouet-Boigny=Felix Houphouet-Boigny;Konan Bedie=Henri Konan Bedie;Guei=Robert Guei;Ouattara=Alassane Ouattara
GUI Conte=Lansana Conte;Dadis Camara=Moussa Dadis Camara;Conde=Alpha Conde
BFO Campaore=Blaise Compaore;Zida=Isaac Zida;Kafando=Michel Kafando;Kabore=Roch Marc Christian Kabore
LBR Doe=Samuel Doe;Sawyer=Amos Sawyer;Kpormapkor=David Kpormakpor;Sankawulo=Wilton Sankawulo;Perry=Ruth Perry;Taylor=Charles Taylor;Bryant=Gyude Bryant;Johnson Sirleaf=Ellen Johnson Sirleaf;Weah=George Weah
SIE Momoh=Joseph Momoh;Strasser=Valentine Strasser;Bio=Julius Maada Bio;Kabbah=Ahmad Tejan Kabbah;Koroma=Johnny Paul Koroma;Bai Koroma=Ernest Bai Koroma
GHA Rawlings=Jerry Rawlings;Atta Mills=John Atta Mills;Mahama=John Mahama;Akufo-Addo=Nana Akufo-Addo;John Agyekum Kufuor=John Kufuor
TOG Eyadema=Gnassingbe Eyadema;Bonfoh=Bonfoh Abass
CAO Biya=Paul Biya
NIG Babangida=Ibrahim Babangida;Shonekan=Ernest Shonekan;Abacha=Sani Abacha;Abubakar=Abdulsalami Abubakar;Obasanjo=Olusegun Obasanjo;Yar'Adua=Umaru Yar'Adua;Buhari=Muhammadu Buhari
GAB Bongo=Omar Bongo;Rogombe=Rose Francine Rogombe;Ondimba=Ali Bongo Ondimba
CEN Kolingba=Andre Kolingba;Patasse=Ange-Felix Patasse;Djotidia=Michel Djotodia;Nguendet=Alexandre-Ferdinand Nguendet;Samba-Panza=Catherine Samba-Panza;Touadera=Faustin-Archange Touadera
CHA Habre=Hissene Habre;Deby=Idriss Deby
CON Nguesso=Denis Sassou Nguesso;Lissouba=Pascal Lissouba
DRC Mobutu=Mobutu Sese Seko;Laurent Kabila=Laurent-Desire Kabila;Felix Tschisekedi=Felix Tshisekedi
UGA Museveni=Yoweri Museveni
KEN Moi=Daniel arap Moi;Kenyatta=Uhuru Kenyatta
TAZ Mwinyi=Ali Hassan Mwinyi;Mkapa=Benjamin Mkapa;Kikwete=Jakaya Kikwete;Magufuli=John Magufuli
BUI Buyoya=Pierre Buyoya;Ndadaye=Melchior Ndadaye;Ngueze=Francois Ngeze;Kinigi=Sylvie Kinigi;Ntarymira=Cyprien Ntaryamira;Ntibantunganya=Sylvestre Ntibantunganya;Ndayizeye=Domitien Ndayizeye;Nkurunziza=Pierre Nkurunziza;Nyabenda=Pascal Nyabenda;Ndayishimiye=Evariste Ndayishimiye
RWA Habyarimana=Juvenal Habyarimana;Sindikubwabo=Theodore Sindikubwabo
DJI Gouled Aptidon=Hassan Gouled Aptidon;Guelleh=Ismail Omar Guelleh
ETH Mengistu Marriam=Mengistu Haile Mariam;Desalegn=Hailemariam Desalegn;Gebre Kidan=Tesfaye Gebre Kidan
ERI Afeworki=Isaias Afwerki
ANG Dos Santos=Jose Eduardo dos Santos;Lourenco=Joao Lourenco
MZM Chissano=Joaquim Chissano;Guebuza=Armando Guebuza;Nyussi=Filipe Nyusi
ZAM Kaunda=Kenneth Kaunda;Chiluba=Frederick Chiluba;Banda=Rupiah Banda;Sata=Michael Sata;Scott=Guy Scott;Lungu=Edgar Lungu
ZIM Mugabe=Robert Mugabe;Mnangagwa=Emmerson Mnangagwa
MAW Muluzi=Bakili Muluzi;Mutharika=Peter Mutharika;Chakewera=Lazarus Chakwera
SAF deKlerk=F.W. de Klerk;Mandela=Nelson Mandela;Mbeki=Thabo Mbeki;Motlanthe=Kgalema Motlanthe;Zuma=Jacob Zuma;Ramaphosa=Cyril Ramaphosa
NAM Nujoma=Sam Nujoma;Pohamba=Hifikepunye Pohamba;Geingob=Hage Geingob
LES Lekhanya=Justin Lekhanya;Ramaema=Elias Ramaema;Mokhehle=Ntsu Mokhehle;Mosisili=Pakalitha Mosisili;Thabane=Tom Thabane;Majoro=Moeketsi Majoro
BOT Masire=Quett Masire;Mogae=Festus Mogae
SWA Mswati=Mswati III
MAG Ratsiraka=Didier Ratsiraka;Zafy=Albert Zafy;Ratsirahonana=Norbert Ratsirahonana;Rajoelina=Andry Rajoelina;Rajaonarimampianina=Hery Rajaonarimampianina;Rakotovao=Rivo Rakotovao
MAS Ramgoolam N.=Navin Ramgoolam
SEY Rene=France-Albert Rene;Michel=James Michel
MOR Muhammad VI=Mohammed VI
ALG Benjedid=Chadli Bendjedid;Boudiaf=Mohamed Boudiaf;Kafi=Ali Kafi;Zeroual=Liamine Zeroual;Bouteflika=Abdelaziz Bouteflika;Bensalah=Abdelkader Bensalah;Tebboune=Abdelmadjid Tebboune
TUN Zine Al-Abidine Ben Ali=Zine El Abidine Ben Ali;Mebazaa=Fouad Mebazaa;Marzouki=Moncef Marzouki;Essebi=Beji Caid Essebsi;Ennaceur=Mohamed Ennaceur;Saied=Kais Saied
LIB Akila Saleh Issa=Aguila Saleh;Qaddafi=Muammar Gaddafi;Mustafa Jalil=Mustafa Abdul Jalil
SUD Al-Bashir=Omar al-Bashir;Ibn Auf=Awad Ibn Auf;Abdelrahman Burhan=Abdel Fattah al-Burhan
SSD Kiir=Salva Kiir
IRN Rafsanjani=Akbar Hashemi Rafsanjani;Khatami=Mohammad Khatami;Ahmadinejad=Mahmoud Ahmadinejad;Rouhani=Hassan Rouhani
TUR Akbulut=Yildirim Akbulut;Yilmaz=Mesut Yilmaz;Demirel=Suleyman Demirel;Ciller=Tansu Ciller;Erbakan=Necmettin Erbakan;Ecevit=Bulent Ecevit;Erdogan=Recep Tayyip Erdogan
IRQ al-Jaafari=Ibrahim al-Jaafari;al-Maliki=Nouri al-Maliki;al-Abadi=Haider al-Abadi;Abdul-Mahdi=Adel Abdul Mahdi;Al-Kadhimi=Mustafa al-Kadhimi
EGY Mubarak=Hosni Mubarak;Tantawi=Mohamed Hussein Tantawi;Morsi=Mohamed Morsi;Mansour=Adly Mansour;al-Sisi=Abdel Fattah el-Sisi
SYR Al-Assad H.=Hafez al-Assad
LEB Siniora=Fouad Siniora;Suleiman=Michel Suleiman;Salam=Tammam Salam
JOR Hussein Ibn Talal El-Hashim=King Hussein;Abdullah Ibn Hussein El-Hashimi=Abdullah II
ISR Shamir=Yitzhak Shamir;Rabin=Yitzhak Rabin;Peres=Shimon Peres;Netanyahu=Benjamin Netanyahu;Barak=Ehud Barak;Olmert=Ehud Olmert
SAU Fahd=Fahd bin Abdulaziz;Abdullah=Abdullah bin Abdulaziz;Salman=Salman bin Abdulaziz
YEM Saleh al-Hashidi=Ali Abdullah Saleh;Hadi=Abed Rabbo Mansour Hadi
YAR Saleh al-Hashidi=Ali Abdullah Saleh
KUW Jabir As-Sabah=Jaber al-Ahmad al-Sabah;Saad Salim at Sabah=Saad al-Abdullah al-Sabah;Jabir Ahmad Al Sabah=Sabah al-Ahmad al-Sabah;Nawaf Al-Sabah=Nawaf al-Ahmad al-Sabah
BAH Isa Ibn Al-Khalifah=Isa bin Salman Al Khalifa;Hamad Isa Ibn Al-Khalifah=Hamad bin Isa Al Khalifa
QAT Khalifah Ath-Thani=Khalifa bin Hamad Al Thani;Amad Al Thani=Hamad bin Khalifa Al Thani;Khalifah Al Thani=Tamim bin Hamad Al Thani
UAE An-Nahayan=Zayed bin Sultan Al Nahyan;Khalifa Al Nahayan=Khalifa bin Zayed Al Nahyan
OMA Qabus Bin Said=Qaboos bin Said;Haitham ibn Tariq=Haitham bin Tariq
AFG Najibullah=Mohammad Najibullah;Mojadidi=Sibghatullah Mojaddedi;Mullah Omar=Mohammed Omar
TKM Niyazov=Saparmurat Niyazov;Berdymukhammedov=Gurbanguly Berdymukhamedov
TAJ Nabiyev=Rahmon Nabiyev;Iskandrov=Akbarsho Iskandrov;Rakhmonov=Emomali Rahmon
KYR Akayev=Askar Akayev;Bakiyev=Kurmanbek Bakiyev;Otunbayeva=Roza Otunbayeva;Atambayev=Almazbek Atambayev
UZB Karimov=Islam Karimov
KZK Nazarbaev=Nursultan Nazarbayev;Tokayev=Kassym-Jomart Tokayev
MON Batmonkh=Jambyn Batmonkh;Ochirbat=Punsalmaagiin Ochirbat;Bagabandi=Natsagiin Bagabandi;Enkhbayar=Nambaryn Enkhbayar;Elbegdorj=Tsakhiagiin Elbegdorj
JPN Kaifu=Toshiki Kaifu;Miyazawa=Kiichi Miyazawa;Hosokawa=Morihiro Hosokawa;Hata=Tsutomu Hata;Murayama=Tomiichi Murayama;Hashimoto=Ryutaro Hashimoto;Obuchi=Keizo Obuchi;Hatoyama Yukio=Yukio Hatoyama
IND Pratap Singh=V.P. Singh;Shekhar=Chandra Shekhar;Rao=P.V. Narasimha Rao;Vajpayee=Atal Bihari Vajpayee;Gowda=H.D. Deve Gowda;Gujral=Inder Kumar Gujral
PAK Bhutto Benazir=Benazir Bhutto;Jatoi=Ghulam Mustafa Jatoi;Sharif=Nawaz Sharif;Mazari=Balakh Sher Mazari;Qureshi=Moeen Qureshi;Khalid=Meraj Khalid;Musharraf=Pervez Musharraf;Soomro=Mohammad Mian Soomro;Zardari=Asif Ali Zardari;Abbasi=Shahid Khaqan Abbasi;Mulk=Nasirul Mulk
BNG Ershad=Hussain Muhammad Ershad;Ahmed=Shahabuddin Ahmed;Hasina Wazed=Sheikh Hasina;Iajuddin=Iajuddin Ahmed;Fakhruddin=Fakhruddin Ahmed
SRI Premadasa=Ranasinghe Premadasa;Wijetunge=Dingiri Banda Wijetunga;Kumaratunga=Chandrika Kumaratunga;M. Rajapakse=Mahinda Rajapaksa;G. Rajapakse=Gotabaya Rajapaksa;Sirisena=Maithripala Sirisena
MAD Gayoom=Maumoon Abdul Gayoom;Nasheed=Mohamed Nasheed;Mohamed Waheed Hassan=Mohamed Waheed;Ibrahim Solih=Ibrahim Mohamed Solih
NEP Nath Khanal=Jhala Nath Khanal;Bhattarai=Baburam Bhattarai;Regmi=Khil Raj Regmi;Koirala=Sushil Koirala;Oli=K.P. Sharma Oli;Prachanda=Pushpa Kamal Dahal;Sher Bahdur Deuba=Sher Bahadur Deuba
THI Choonhavan=Chatichai Choonhavan;Panyarachun=Anand Panyarachun;Kraprayoon=Suchinda Kraprayoon;Leekpai=Chuan Leekpai;Silpa-Archa=Banharn Silpa-archa;Chulanont=Surayud Chulanont;Sundaravej=Samak Sundaravej;Wongsawat=Somchai Wongsawat;Chanweerakul=Chaovarat Chanweerakul;Vejjajiva=Abhisit Vejjajiva;Yingluck=Yingluck Shinawatra;Boonsonpaisan=Niwatthamrong Boonsongpaisan
CAM Ranariddh=Norodom Ranariddh
LAO Phomivan=Kaysone Phomvihane;Phounsavanh=Nouhak Phoumsavanh;Siphandon=Khamtai Siphandon;Sayasone=Choummaly Sayasone;Vorachit=Bounnhang Vorachith;Sisoulith=Thongloun Sisoulith
DRV Phieu=Le Kha Phieu;Phu Trong=Nguyen Phu Trong
MAL Mahatir Bin Mohammad=Mahathir Mohamad;Mahathir Bin Mohamed=Mahathir Mohamad;Ahmad Badawi=Abdullah Ahmad Badawi;Najib Tun Razak=Najib Razak
PHI Aquino=Corazon Aquino;Ramos=Fidel Ramos;Estrada=Joseph Estrada
INS Habibie=B.J. Habibie;Wahid=Abdurrahman Wahid;Bambang Yudhoyono=Susilo Bambang Yudhoyono
ETM Gusmao=Xanana Gusmao;Ramos-Horta=Jose Ramos-Horta;araujo=Fernando de Araujo;Matan Ruak=Taur Matan Ruak
AUL Hawke=Bob Hawke;Keating=Paul Keating;Howard=John Howard;Rudd=Kevin Rudd;Gillard=Julia Gillard;Abbott=Tony Abbott;Turnbull=Malcolm Turnbull;Morrison=Scott Morrison
PNG Namaliu=Rabbie Namaliu;Wingti=Paias Wingti;Chan=Julius Chan;Skate=Bill Skate;Morauta=Mekere Morauta;Somare=Michael Somare;O'Neill=Peter O'Neill
NEW Palmer=Geoffrey Palmer;Moore=Mike Moore;Bolger=Jim Bolger;Shipley=Jenny Shipley;Clark=Helen Clark
VAN Lini=Walter Lini;Kalpokas=Donald Kalpokas;Korman=Maxime Carlot Korman;Vohor=Serge Vohor;Sope=Barak Sope;Natapei=Edward Natapei;Kilman=Sato Kilman;Kalosil=Moana Carcasses;Natuman=Joe Natuman;Salwai=Charlot Salwai;Loughman=Bob Loughman
SOL Mamaloni=Solomon Mamaloni;Hilly=Francis Billy Hilly;Ulufa'alu=Bartholomew Ulufa'alu;Sogavare=Manasseh Sogavare;Kemakeza=Allan Kemakeza;Rini=Snyder Rini;Sikua=Derek Sikua;Darcy Lilo=Gordon Darcy Lilo
KIR Teannaki=Teatao Teannaki;Tito=Teburoro Tito;Tong=Anote Tong;Mamau=Taneti Maamau
TUV Paeniu=Bikenibeu Paeniu;Latasi=Kamuta Latasi;Ionatana=Ionatana Ionatana;Sopoaga=Enele Sopoaga;Toafa=Maatia Toafa;Ielemia=Apisai Ielemia;Telavi=Willy Telavi;Natano=Kausea Natano
FIJ Mara=Kamisese Mara;Rabuka=Sitiveni Rabuka;Chaudhry=Mahendra Chaudhry;Bainimarama=Frank Bainimarama;Senilagakali=Jona Senilagakali
TON Sevele=Feleti Sevele;Pohiva=Akilisi Pohiva;Tu'I'onetoa=Pohiva Tu'i'onetoa
'''
REIGN_ONE_NAME = {'JOR:King Hussein': 'Hussein'}
def reign_office(party, name, y):
    words = {fold(w) for w in name.split()}
    for p, w, a, b, off in SYSTEM_EXCEPTIONS:
        if p == party and a <= y <= b and (not w or w in words): return off
    for p, w, a, b, off in SYSTEM_EXCEPTIONS:
        if p == party and w and a - 1 <= y <= b and any(w in x for x in words): return off
    return HOG if party in PARLIAMENTARY else HOS
def load_reign():
    rows = []
    for r in csv.DictReader(open(os.path.join(SRC, 'reign_leaderlist_2021-03.csv'), encoding='utf-8', errors='replace')):
        code = r['stateabb'].strip()
        if int(r['eyear'] or 9999) < 1990 or code in ('SNM', 'YPR', 'GFR'): continue
        sy, sm = int(r['syear']), int(r['smonth'])
        party = 'YEM' if code == 'YAR' else COW.get(code)
        if not party: continue
        if code == 'RUS' and sy < 1991: party = 'SUN'
        if code == 'YUG': party = 'YUG' if sy < 2003 else 'SCG' if sy < 2006 else 'SRB'
        start = '%04d-%02d' % (sy, sm)
        end = '%04d-%02d' % (int(r['eyear']), int(r['emonth'])) if r['eyear'] else ''
        raw = r['leader'].strip()
        if 'Daci' in raw or 'Ivica Da' in raw: raw = 'Ivica Dacic'
        if 'JÃ' in raw or raw.startswith('Sigurdur Ingi'): raw = 'Sigurdur Ingi Johannsson'
        if raw.startswith('Katr'): raw = 'Katrin Jakobsdottir'
        if raw.startswith('Saca Gonz'): raw = 'Saca Gonzalez'
        standing = 'acting' if '(acting)' in raw else ''
        raw = re.sub(r'\s*\([^)]*\)', '', raw)
        full = REIGN_FULL.get((code, fold(raw)), raw)
        if code == 'AUS' and raw == 'Papandreou': full = raw
        if code == 'MAW' and raw == 'Banda': full = 'Joyce Banda' if sy > 2000 else 'Hastings Banda'
        if code == 'GRC' and raw == 'Mitsotakis': full = 'Kyriakos Mitsotakis' if sy > 2000 else 'Konstantinos Mitsotakis'
        if code == 'VAN' and raw == 'Lini' and sy > 2000: full = 'Ham Lini'
        if code == 'MLI' and raw == 'Traore' and sy > 2000: full = 'Dioncounda Traore'
        if code == 'HON' and raw == 'Lobo': full = 'Porfirio Lobo'
        if code == 'MSI' and raw == 'Kabua': full = 'David Kabua'
        if code == 'ZAM' and raw == 'Banda': full = 'Rupiah Banda'
        if code == 'STP': full = {'trovoada': 'Miguel Trovoada', 'menezes': 'Fradique de Menezes', 'dacosta': 'Manuel Pinto da Costa', 'carvalho': 'Evaristo Carvalho', 'pereira': 'Fernando Pereira'}.get(fold(raw), full)
        if code == 'BOS': full = {'izetbegovic': 'Alija Izetbegovic' if sy < 2005 else 'Bakir Izetbegovic', 'radisic': 'Zivko Radisic', 'jelavic': 'Ante Jelavic', 'krizanovic': 'Jozo Krizanovic', 'belkic': 'Beriz Belkic',
                                  'sarovic': 'Mirko Sarovic', 'mirojovic': 'Ivo Miro Jovic', 'radmanovic': 'Nebojsa Radmanovic', 'silajdzic': 'Haris Silajdzic', 'komsic': 'Zeljko Komsic', 'komisic': 'Zeljko Komsic',
                                  'ivanic': 'Mladen Ivanic', 'covic': 'Dragan Covic', 'dodik': 'Milorad Dodik', 'dzaferovic': 'Sefik Dzaferovic'}.get(fold(raw), full)
        rows.append((party, raw, full, start, end, standing))
    rows.sort(key=lambda r: (r[0], r[3]))
    for party, raw, full, start, end, standing in rows:
        y = max(int(start[:4]), 1980)
        n = Name([ascii_of(w) for w in full.split()]) if full != raw else clean_name(full, party)
        if n is None: continue
        off = reign_office(party, raw + ' ' + full, int(start[:4]))
        if off is None: continue
        e = int(end[:4]) if end else 2021
        p = None
        mid = max(y, min(1990, e))
        sig = n.sig()
        if len(sig) >= 2:
            for yy in (e, mid):
                p = REG.find(n, party, yy)
                if p: break
        if p is None:
            last = n.words[-1]
            ini = [fold(w)[0] for w in n.words[:-1] if len(fold(w)) == 1]
            if len(sig) == 1 or ini:
                for yy in range(mid, e + 1):
                    p = REG.find_surname(last, party, yy, LEADER, ini, span=1)
                    if p: break
            if p is None and len(sig) == 1:
                p = next((q for q in REG.by_group[GROUP.get(party, party)] if len(q.sigs) == 1 and len(q.sigs[0]) == 1 and fold(q.sigs[0][0]) == fold(sig[0]) and min([abs(y - z) for z in q.years] or [99]) <= 15), None)
        if p is None:
            g = GROUP.get(party, party)
            p = Person(g); REG.add(p, [g])
        p.add_form(n, 4 if full != raw else 1, y)
        p.years |= set(range(max(y, 1985), e + 1))
        # what the General Debate says of the post
        posts = Counter(t[1] for q, t, run in UN_TERMS if q is p and t[1] in (HOS, HOG) and any(int(start[:4]) <= yy <= e for yy in run))
        titles = Counter(t[2] for q, t, run in UN_TERMS if q is p and t[1] in (HOS, HOG) and any(int(start[:4]) <= yy <= e for yy in run))
        if len(posts) == 1 and off in (HOS, HOG) and (party not in PARLIAMENTARY or sum(posts.values()) > 1): off = next(iter(posts))
        title = SPECIAL_TITLE.get((party, off))
        if not title:
            if off == HOS: title = MONARCH[party] if party in MONARCH and party not in ('MYS', 'NPL', 'KHM', 'LSO', 'THA') or fold(n.words[-1]) in ('birendra', 'gyanendra') else 'President'
            elif off == HOG: title = HOG_TITLE.get(party, 'Prime Minister')
            else: title = 'Leader'
            if off == HOS and party in PARLIAMENTARY and party in MONARCH and party not in ('NPL', 'BTN'): title = MONARCH[party]
        if party == 'MMR' and off == HOS and start < '2011-03': title = 'Chairman of the State Peace and Development Council'
        if party == 'BGD' and off == HOG and any(fold(w) in ('habibur', 'latifur', 'fakhruddin') for w in n.words): title = 'Chief Adviser'
        to = end
        if not end:
            fb = [t for t in p.terms if t[0] == party and t[6] in ('factbook',) and t[1] == off]
            un = [t for q, t, run in UN_TERMS if q is p and t[1] == off and t[0] == party]
            if fb: to = fb[0][3] if fb[0][3][:7] > start else None
            else: to = max([REIGN_HORIZON] + [t[4] for t in un if t[4] > REIGN_HORIZON])
            if to is None: continue
        add_term(p, [party, off, title, start, to, standing, 'reign', 'leaders'])

# ------------------------------------------------------------------------------------------------ terms
def overlaps(a, b):
    """Term b (from a better source) covers or meets term a of the same person, party and office."""
    return a[0] == b[0] and a[1] == b[1] and a[3][:4] <= (b[4] or '9999')[:4] and b[3][:4] <= (a[4] or '9999')[:4]
def add_term(p, t):
    if t[0] != 'USA' or t[6] != 'us-officials':
        for b in p.terms:
            if overlaps(t, b) and (b[7] not in GENERATED or (t[1] in LEADER and b[6] == 'reign' == t[6] and t[3] == b[3])):
                return
    else:
        for b in p.terms:
            if b[7] not in GENERATED and overlaps(t, b) and (b[2] == t[2] or t[1] in (FM, 'trade-minister')): return
            if b[7] == 'us-officials' and b[1:5] == t[1:5]: return
            if b[7] == 'factbook' and b[1] == t[1] and b[3][:4] == t[3][:4] and norm_place(b[2]) == norm_place(t[2]): return
    if p.hand and t[1] in (HOS, HOG) and t[6] in ('reign',):
        if any(b[0] == t[0] and b[1] in LEADER and b[7] not in GENERATED and t[3][:4] <= (b[4] or '9999')[:4] and b[3][:4] <= (t[4] or '9999')[:4] for b in p.terms): return
    p.terms.append(t); p.years.add(int(t[3][:4])); p.parties.add(t[0])
def settle_un():
    for p, t, run in UN_TERMS:
        better = [b for b in p.terms if b[7] != 'un-speakers' and b[0] == t[0] and (b[1] == t[1])]
        left = [y for y in run if not any(b[3][:4] <= str(y) <= (b[4] or '9999')[:4] for b in better)]
        if t[1] == HOS and t[2] == 'President' and t[0] in PARLIAMENTARY:      # "President" (of the Council of Ministers) for a head of government
            left = [y for y in left if not any(b[1] == HOG and b[0] == t[0] and b[3][:4] <= str(y) <= (b[4] or '9999')[:4] for b in p.terms)]
        if t[1] == HOG:
            left = [y for y in left if not any(b[1] == HOS and b[0] == t[0] and b[7] != 'un-speakers' and b[3][:4] < str(y) < (b[4] or '9999')[:4] for b in p.terms)]
        if not left: continue
        pieces = [[left[0]]]
        for y in left[1:]:
            if any(z not in left for z in run if pieces[-1][-1] < z < y): pieces.append([y])
            else: pieces[-1].append(y)
        for piece in pieces:
            p.terms.append(t[:3] + [str(piece[0]), str(piece[-1])] + t[5:])
            p.parties.add(t[0])

# ------------------------------------------------------------------------------------------------ one holder at a time
ONE_HOLDER = {HOS, HOG, FM, 'defence-minister', 'supreme-leader'}
def first_day(s, late=False):
    """The earliest day that a date can mean, or the latest, as a number that sorts."""
    y, m, d = (list(map(int, s.split('-'))) + [0, 0])[:3]
    return y * 10000 + (m or (12 if late else 1)) * 100 + (d or (31 if late else 1))
def surely_overlap(a, b):
    return (first_day(a[3], True) < (first_day(b[4]) if b[4] else 10 ** 9) and first_day(b[3], True) < (first_day(a[4]) if a[4] else 10 ** 9))
def settle_holders():
    """A term of the sources that surely overlaps a better one of somebody else goes: who spoke or acted for the holder, or a slip
    of the source; a speaker stays as a speaker. Hand-made terms are better than all, then the factbook, the speakers, the leaders by month."""
    order = {'factbook': 1, 'un-speakers': 2, 'leaders': 3}
    seats = defaultdict(list)
    for p in REG.persons:
        for t in p.terms:
            if t[1] in ONE_HOLDER and not t[5]: seats[t[0], t[1]].append((order.get(t[7], 0), p, t))
    dropped = Counter()
    for terms in seats.values():
        for rank, p, t in terms:
            better = [u for other, q, u in terms if other < rank and q is not p and surely_overlap(t, u)]
            if rank and better:
                # what lies before or after the better terms is kept
                first, last = min(u[3] for u in better), max(u[4] or '9999' for u in better)
                if t[7] != 'un-speakers' and first_day(t[3], True) < first_day(first): t[4] = first
                elif t[7] != 'un-speakers' and first_day(last) < (first_day(t[4]) if t[4] else 10 ** 9) and last != '9999': t[3] = last
                elif t[7] == 'un-speakers':
                    # who spoke as minister while somebody else was: the speech is a fact, the office is doubtful
                    t[1], t[2] = 'senior-official', 'Speaker in the UN General Debate'; dropped[t[7]] += 1
                else:
                    p.terms.remove(t); dropped[t[7]] += 1
            elif rank and any(other == rank and q is not p and surely_overlap(t, u) and (u[3], q.name) < (t[3], p.name) and u in q.terms for other, q, u in terms):
                p.terms.remove(t); dropped[t[7]] += 1
    print('dropped or doubted beside better holders:', dict(dropped))

# ------------------------------------------------------------------------------------------------ how a name is written
HISP_GIVEN = set(map(fold, '''Juan Jose Luis Carlos Maria Antonio Miguel Manuel Francisco Jorge Rafael Pedro Alberto Roberto Eduardo Fernando Alfredo Ricardo Enrique Angel Alejandro Guillermo Ernesto Julio Cesar Raul
Hector Hugo Mario Oscar Ramon Ruben Sergio Victor Felipe Javier Gustavo Pablo Andres Daniel David Armando Arturo Augusto Rodrigo Rodolfo Salvador Leonel Lidia Ana Isabel Patricia Carolina Claudia Cristina Elena Gloria Susana Soledad
Beatriz Teresa Mercedes Rosa Carmen Alicia Delcy Eloina Abel Adolfo Alan Aldo Alvaro Anibal Arnoldo Benjamin Bernardo Camilo Celso Diego Domingo Edgar Edmundo Efrain Elias Emilio Ernesto Esteban Eugenio Evo Fabian Federico Fidel
Fausto Felix Gabriel Genaro Gerardo German Gilberto Gonzalo Gregorio Horacio Ignacio Ivan Jaime Jesus Joaquin Joel Joaquim Julian Lazaro Lucio Marcelo Marcos Mariano Martin Mauricio Nestor Nicanor Nicolas Norberto Octavio Orlando Otto Porfirio Rene Reynaldo Roque
Samuel Santiago Saul Sebastian Simon Sixto Tomas Vicente Virgilio Xiomara Iris Armando Leopoldo Homero Hipolito Danilo Lenin Boltaire Voltaire Ollanta Moises Michelle Veronica Laura Epsy Consuelo Angela Holguin Ligia Haroldo Ernesto Bruno Nayib Leandro Milton Omar Denis Lorena Arnulfo Guadalupe Luisa Hilda Rosario'''.split()))
CHINESE_SURNAMES = set('lee goh wong tan lim ong ng teo chan chua yeo heng tharman'.split())
def family_span(n, group):
    """(start, end) of the family name within the words, and whether the person goes by it."""
    ws = n.words
    N = len(ws)
    if N == 2 and fold(ws[1]) in REGNAL: return 0, 2
    end = N
    while end > 1 and fold(ws[end - 1]) in ('jr', 'sr', 'ii', 'iii', 'iv') and N > 2: end -= 1
    if n.family:
        i = min(n.family); j = max(n.family) + 1
        while i > 0 and fold(ws[i - 1]) in PARTICLES and fold(ws[i - 1]) not in ('y', 'i', 'e') and i > 1: i -= 1
        return i, j
    if N == 1: return 0, 1
    if group in FAMILY_FIRST or (group == 'SGP' and fold(ws[0]) in CHINESE_SURNAMES and N >= 3): return 0, 1
    if group in GIVEN_FIRST_REF: return 0, 1
    if group in HISPANIC:
        i = 1
        while i < end - 1 and (fold(ws[i]) in HISP_GIVEN or len(fold(ws[i])) == 1 or (fold(ws[i]) in ('de', 'del', 'la', 'los') and i + 1 < end and fold(ws[i + 1]) in HISP_GIVEN)): i += 1
        j = i + 1
        while j < end and fold(ws[j - 1]) in PARTICLES | {'los', 'las'}: j += 1
        return i, min(j, end)
    i = end - 1
    while i > 1 and fold(ws[i - 1]) in PARTICLES - {'y', 'e', 'i', 'u', 'of', 'the', 'bin', 'ibn', 'bint'}: i -= 1
    return i, end
def drop_initials(ws, span):
    keep = [w for k, w in enumerate(ws) if len(fold(w)) > 1 or span[0] <= k < span[1]]
    return keep if len(keep) >= 2 else ws
ROYAL_FAMILY = re.compile(r"(?i)\s+(?:al|aal|ath)[- ](?:thani|nahyan|nuhayyan|nahayan|saud|khalifa|khalifah|sabah|maktoum|maktum|said|busaidi)\b.*$")
def tidy(s):
    s = re.sub(r'\bBin\b', 'bin', s); s = re.sub(r'\bIbn\b', 'ibn', s); s = re.sub(r'\bBint\b', 'bint', s)
    s = re.sub(r'\b(Al|El)-(?=[A-Za-z])', lambda m: m.group(1).lower() + '-', s)
    s = re.sub(r'^(al|el)-', lambda m: m.group(1).capitalize() + '-', s) if ' ' not in s else s
    return re.sub(r'\s+', ' ', s).strip()
def compose(p):
    """Display name, key and aliases of a person of the sources."""
    g = p.group
    forms = [f for f in p.forms.values()]
    multi = [f for f in forms if len(f[0].words) > 1]
    def score(f):
        n, w = f
        k = len([x for x in n.words if fold(x) not in PARTICLES and fold(x) not in SUFFIX])
        base = {1: 8, 2: 0, 3: 0 if g in FAMILY_FIRST or g in ('SGP', 'MMR', 'MYS') else 0.9}.get(k, k - 1.2)
        if g in HISPANIC and k >= 3: base = 0.2
        if any(len(fold(x)) == 1 for x in n.words): base += 0.5
        if n.family: base -= 0.3
        if g in FAMILY_FIRST and n.family and 0 not in n.family: base += 2
        return (base - min(1.6, math.log2(1 + w) * 0.45), n.text())
    if not forms: return None
    best = min(multi or forms, key=score)[0]
    # a family mark given by another spelling of the same words
    span = family_span(best, g)
    ws = list(best.words)
    mark = None
    if g in FAMILY_FIRST and len(ws) >= 2:
        if best.family and 0 not in best.family and span[1] == len(ws):      # family last: turn round
            ws = ws[span[0]:span[1]] + ws[:span[0]]; span = (0, span[1] - span[0])
        elif g in ('CHN', 'KOR', 'PRK') and len(ws) == 2 and '-' in ws[0] and '-' not in ws[1]:
            ws = ws[::-1]; span = (0, 1)
        mark = 0
    elif span == (0, 1) and len(ws) > 1 and g not in GULF and g not in ('BTN',): mark = 0
    family = ws[span[0]:span[1]]
    if mark is None:
        nows = drop_initials(ws, span)
        if nows is not ws:
            span = (nows.index(family[0]), nows.index(family[0]) + len(family)) if family[0] in nows else (len(nows) - 1, len(nows)); ws = nows
    if g in HISPANIC and span[1] < len(ws):
        tail = ws[span[1]:]
        if fold(tail[0]) == 'de' and len(tail) > 1: span = (span[0], len(ws))
        else: ws = ws[:span[1]]
        family = ws[span[0]:span[1]]
    if g in PORTUGUESE and len([w for w in ws if fold(w) not in PARTICLES]) >= 4 and span[1] == len(ws):
        ws = ws[:1] + family; span = (1, len(ws))
    text = tidy(' '.join(ws))
    aliases = []
    if g in GULF and re.search(r'\b(bin|bint|ibn|al)\b', text, re.I):
        short = ROYAL_FAMILY.sub('', text)
        short = re.sub(r'\bMuhammad\b', 'Mohammed', short)
        if len(short.split()) >= 3 and short != text:
            aliases.append(text); text = short
    for a in best.alias: aliases.append(a)
    if mark is not None:
        disp = text.split(' ')
        disp = [disp[0] + '/'] + disp[1:] if len(disp) > 1 else disp
        name = ' '.join(disp)
    elif g not in GULF and best.family and max(best.family) + 1 < len(best.words) and len(text.split()) > 1 and span[1] < len(ws) and fold(ws[-1]) not in SUFFIX:
        d = text.split(' ')
        k = span[1] - 1
        if k < len(d) - 1: d[k] += '/'
        name = ' '.join(d)
    else: name = text
    for n, w in sorted(forms, key=lambda f: -f[1]):
        t = tidy(n.text())
        if len(n.words) > 1: aliases.append(t)
        for a in n.alias: aliases.append(a)
        if len(n.words) >= 3:
            s = family_span(n, g)
            wi = drop_initials(n.words, s)
            aliases.append(tidy(' '.join(wi)))
            if mark is None and g not in ARAB and g != 'MMR':
                fam = n.words[s[0]:s[1]]
                first = next((x for x in n.words[:s[0]] if len(fold(x)) > 1), None)
                if first: aliases.append(tidy(' '.join([first] + fam)))
    plain = text.split()
    if len(plain) >= 2:
        fam = tidy(' '.join(family))
        last = plain[-1]
        m = re.match(r"(?i)(al|el|ad|as|ash|an|ar|at|az)-(.+)$", last)
        if m and (g not in GULF or not re.search(r'(?i)(thani|nahyan|saud|khalifa|sabah|maktoum|said|ahmad)$', last)): aliases.append(m.group(2)); aliases.append('al-' + m.group(2) if m.group(1).lower() != 'al' else 'el-' + m.group(2))
        if len(family) > 1 and mark is None:
            aliases.append(fam[0].upper() + fam[1:])
            if g in HISPANIC: aliases.append([w for w in family if fold(w) not in PARTICLES | {'los', 'las'}][0])
        if mark is not None and g in ('KOR', 'PRK') and len(plain) >= 2:
            given = re.split(r'[- ]', ' '.join(plain[1:]))
            if len(given) == 2:
                a, b = given
                aliases += ['%s %s-%s' % (plain[0], a, b.lower()), '%s %s %s' % (plain[0], a, b.capitalize()), '%s-%s %s' % (a, b.lower(), plain[0])]
        if g in ('VNM',): aliases.append(plain[-1])
        if g in ('MYS', 'THA', 'BTN') and len(plain[0]) > 3: aliases.append(plain[0])
        # other transliterations
        base = plain
        out = []
        for i, w in enumerate(base):
            stem, dash, rest = w.rpartition('-')
            for v in VARIANT_OF.get(fold(rest), ())[:3]:
                out.append(' '.join(base[:i] + [stem + dash + v] + base[i + 1:]))
        if g in SLAVIC:
            w = base[-1]
            for a, b in (('sky', 'skiy'), ('skiy', 'sky'), ('skyy', 'sky'), ('skyi', 'sky'), ('skii', 'sky'), ('yev', 'ev'), ('ayev', 'aev'), ('aev', 'ayev'), ('iy', 'y'), ('oev', 'oyev'), ('yan', 'ian'), ('ian', 'yan')):
                if w.endswith(a) and len(w) > len(a) + 2: out.append(' '.join(base[:-1] + [w[:-len(a)] + b])); aliases.append(w[:-len(a)] + b)
        aliases += out[:6]
        if re.search(r'(?i)mohd\b', text): aliases.append(re.sub(r'(?i)mohd\b', 'Mohammad', text))
    if g in ('DEU', 'AUT', 'CHE', 'LIE'):
        src = ' '.join(f[0].text() for f in forms)
    seen = {fold(name)}
    res = []
    for a in aliases:
        a = a.strip(" .,'")
        a = a + '.' if a.endswith((' Jr', ' Sr')) else a
        if len(fold(a)) < 3 or '|' in a or fold(a) in seen or re.search(r'\d', a): continue
        if fold(a) == fold(plain[-1]) and ' ' not in a and a == plain[-1]: continue
        if ' ' not in a and fold(a) in PARTICLES | {'jr', 'sr'}: continue
        if len(fold(a.split()[0])) == 1 and len(a.split()) == 2 and fold(a.split()[0]): continue
        seen.add(fold(a)); res.append(a)
    fam_key = '-'.join(filter(None, (slug(w) for w in family)))
    given_key = '-'.join(filter(None, (slug(w) for w in ([w for i, w in enumerate(ws) if not span[0] <= i < span[1]]) if fold(w) not in SUFFIX or len(ws) < 3)))
    p.name = name
    p.aliases = res[:12]
    return (fam_key + ('-' + given_key if given_key else '')) or None
def slug(w): return re.sub(r'-+', '-', re.sub(r"[^a-z0-9]+", '-', ascii_of(w).lower().replace("'", ''))).strip('-')

def merge_pass():
    """Persons of one state that turned out to be the same."""
    for g, ps in list(REG.by_group.items()):
        ps = [p for p in ps if p.forms]
        if g == 'USA': continue
        for i, a in enumerate(ps):
            if a.gone: continue
            for b in ps[i + 1:]:
                if b.gone or (a.hand and b.hand) or a is b: continue
                if not any(bin(x & y).count('1') >= min(2, bin(x).count('1'), bin(y).count('1')) for x in a.masks for y in b.masks): continue
                if a.years and b.years and (min(a.years) - max(b.years) > 20 or min(b.years) - max(a.years) > 20): continue
                if not any(same_name(x, y, g) for x in a.sigs for y in b.sigs): continue
                keep, lose = (b, a) if b.hand else (a, b)
                if keep.hand and any(q.hand and q is not keep and any(same_name(x, y, g) for x in q.sigs for y in lose.sigs) for q in ps): continue
                for n, w in lose.forms.values(): keep.add_form(n, w)
                keep.years |= lose.years; keep.parties |= lose.parties
                for t in lose.terms:
                    if not any(overlaps(t, k) and k[7] not in GENERATED for k in keep.terms): keep.terms.append(t)
                for k, (q, t, run) in enumerate(UN_TERMS):
                    if q is lose: UN_TERMS[k] = (keep, t, run)
                lose.terms, lose.gone = [], True
                if lose is a: break
        for a in ps:                            # a holder of an international office who served this state before or after
            if a.gone or a.hand: continue
            h = next((q for sg in a.sigs if len(sg) > 1 for q in REG.exact.get(' '.join(map(fold, sg)), ()) if q.hand and g not in {GROUP.get(x, x) for x in q.parties}
                      and q.parties - STATE_CODES and min([abs(x - y) for x in a.years for y in q.years] or [99]) <= 15), None)
            if h: absorb(h, a)
        REG.by_group[g] = [p for p in REG.by_group[g] if not p.gone]
def absorb(keep, lose):
    for n, w in lose.forms.values(): keep.add_form(n, w)
    keep.years |= lose.years; keep.parties |= lose.parties
    for t in lose.terms:
        if not any(overlaps(t, k) for k in keep.terms if k[7] != t[7] or t[7] == 'un-speakers'): keep.terms.append(t)
    for k, (q, t, run) in enumerate(UN_TERMS):
        if q is lose: UN_TERMS[k] = (keep, t, run)
    lose.terms, lose.gone = [], True
    if keep not in REG.by_group[lose.group]: REG.by_group[lose.group].append(keep)
def attach_singles():
    """A bare surname with a post goes to the one person who bore it in that post then."""
    for g, ps in list(REG.by_group.items()):
        for a in ps:
            if a.gone or a.hand or not a.terms or any(len(sg) > 1 for sg in a.sigs): continue
            word = a.sigs[0][0]
            a_offices = {t[1] for t in a.terms}
            for y in sorted(y for t in a.terms for y in term_years(t)):
                a.gone = True                       # out of its own search
                h = REG.find_surname(word, g, y, LEADER if a_offices & LEADER else a_offices, span=4)
                a.gone = False
                if h and h is not a: absorb(h, a); break
JUNK = re.compile(r'(?i)\b(delegation|not provided|vacant|unknown|republic|first name)\b')
def write():
    keys = {p.key for p in HAND.values()}
    persons = [p for p in REG.persons if p.terms and not p.hand]
    for p in persons: p.terms.sort(key=lambda t: (t[3], t[1]))
    persons.sort(key=lambda p: (p.group, p.terms[0][3], min(p.forms)))
    wanted = {}
    for p in persons:
        wanted[id(p)] = compose(p)
    count = Counter(wanted.values())
    for p in persons:
        k = wanted[id(p)]
        if not k or JUNK.search(p.name): p.key = None; continue
        if len(p.name.split()) == 1 or count[k] > 1 or k in keys: k = k + '-' + p.group.lower()
        b, i = k, 2
        while k in keys: k = '%s-%d' % (b, i); i += 1
        keys.add(k); p.key = k
    files = defaultdict(list)
    for p in REG.persons:
        if not p.key: continue
        al = '|'.join(p.aliases)
        for t in p.terms:
            if t[7] in GENERATED: files[t[7]].append([p.key, p.name, al] + t[:7])
    heads = {
        'un-speakers': ('Who spoke for each state in the General Debate of the United Nations, with post, by years of the (September) debates.', ['un-speakers = speakers_by_session.csv of github.com/SarahFranzen/Emotions_in_the_United_Nations_General_Debates, CC0']),
        'leaders': ('Effective leaders of states by month, 1990 to 2021-03.', ['reign = REIGN leader list of 2021-03 (OEF Research, Rulers, Elections and Irregular Governance), MIT']),
        'factbook': ('Chiefs of state, heads of government and chiefs of mission to and from the United States.', ['factbook = The World Factbook of 2026-05 as JSON (github.com/factbook/factbook.json), CC0']),
        'us-officials': ('Principal officers and chiefs of mission of the United States since 1990.', ['us-officials = us_officeholders.csv (Department of State office holders; github.com/HistoryAtState/people and pocom), CC0']),
    }
    for f in GENERATED:
        rows = sorted({tuple(r) for r in files[f]}, key=lambda r: (r[0], r[6], r[4], r[5], r[3], r))
        with open(os.path.join(OUT, f + '.tsv'), 'w', encoding='utf-8', newline='\n') as o:
            o.write('# %s\n# Compiled by Tools/compile_persons.py; do not edit by hand: mend the script, or add to supplement.tsv.\n' % heads[f][0])
            for s in heads[f][1]: o.write('# source: %s\n' % s)
            o.write('\t'.join(COLUMNS) + '\n')
            for r in rows: o.write('\t'.join(x.replace('\t', ' ') for x in r) + '\n')
        print('%-14s %5d terms %5d persons' % (f, len(rows), len({r[0] for r in rows})))
    print('hand-made', len(HAND), 'persons; all', len({p.key for p in REG.persons if p.key}))

def spelled_like(words, others):
    """Every word of the shorter name is a spelling of some word of the longer one, the last words of both among them."""
    def close(a, b):
        x, y = fold(a), fold(b)
        return x == y or (min(len(x), len(y)) >= 3 and SequenceMatcher(None, x, y).ratio() >= 0.8)
    short, long = sorted(([w for w in ws if fold(w) not in PARTICLES and len(fold(w)) > 1] for ws in (words, others)), key=len)
    return len(short) >= 2 and all(any(close(w, o) for o in long) for w in short)
RESPELLED = set()                                   # (party, the right name, as the list spells it)
def write_spellings():
    """Spellings of hand-made persons that the sources have and their rows do not."""
    by_name = {(party, fold(n.replace('/', ''))): p for p in HAND.values() for n in [p.name] + p.aliases for party in p.parties}
    taken = defaultdict(set)
    for p in REG.persons:
        for f in list(p.forms) + [' '.join(map(fold, a.split())) for a in p.aliases]: taken[f].add(id(p))
    rows = []
    for p in HAND.values():
        shown = p.name.replace('/', '').split()
        for folded, (name, weight) in sorted(p.forms.items()):
            text = tidy(name.text()).strip(" .,'")
            if folded in p.known or len(name.words) < 2 or len(taken[folded]) > 1 or re.search(r"[^A-Za-z' .-]", text): continue
            if spelled_like(name.words, shown) or any(spelled_like(name.words, a.split()) for a in p.aliases if ' ' in a):
                rows.append('%s\t%s\tsources' % (p.key, text))
    for party, name, spelled in sorted(RESPELLED):
        p = by_name.get((party, fold(name)))
        if p and ' ' in spelled and len(taken[' '.join(map(fold, spelled.split()))]) < 2 and not re.search(r"[^A-Za-z' .-]", spelled):
            rows.append('%s\t%s\tsources' % (p.key, spelled))
    with open(os.path.join(OUT, '..', 'person-names.tsv'), 'w', encoding='utf-8', newline='\n') as o:
        o.write('# Further spellings of persons whose terms are made by hand, as the sources have them.\n'
                '# Compiled by Tools/compile_persons.py; do not edit by hand: add an alias to the person instead.\n'
                '# source: sources = the speakers of the UN General Debate, the World Factbook, REIGN and the US office holders, as named in persons/*.tsv (CC0, CC0, MIT, CC0)\n'
                'person\tname\tsource\n' + ''.join(r + '\n' for r in sorted(set(rows))))
    print('further spellings', len(set(rows)))

if __name__ == '__main__':
    load_hand(); load_factbook(); load_us(); load_un(); merge_pass(); reign_full(); load_reign(); merge_pass(); settle_un(); attach_singles(); settle_holders(); write(); write_spellings()
