#!/usr/bin/env python3
"""Compiles Data/agents.tsv and Data/bodies/armed-groups.tsv.

    python3 Tools/compile_actors.py [../shared/data/lexicon-sources] [Data]

The nouns and the groups with their sectors are facts of PETRARCH2's dictionaries (MIT); CAMEO's codes are turned into
PLOVER's sectors. `OWN` and `EVERYDAY` below add nouns of our own and take the place of the dictionary's. Standard library.
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "shared", "data", "lexicon-sources")
OUT = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "..", "Data")

# CAMEO's three letters in PLOVER's list; what has no letters there is left out
SECTORS = dict(pair.split(":") for pair in """GOV:GOV MIL:MIL REB:REB CRM:CRM OPP:OPP BUS:BUS CVL:CVL JUD:JUD COP:COP MED:JRN
LEG:LEG HLH:MED EDU:EDU UAF:UAF SPY:SPY AGR:AGR LAB:LAB REF:REF PTY:PTY ELI:ELI NGO:NGO REL:REL ENV:SOC HRI:SOC IMG:REB
SEP:REB INS:REB MUS:MUS CHR:CHR JEW:JEW BUD:BUD HIN:HIN""".split())

# Nouns that the dictionary lacks or that today's usage has otherwise. A line: sectors, then wordings in the singular.
OWN = """
GOV|MIL: defence ministry; defense ministry; ministry of defence; ministry of defense; defence department; defense department; department of defense; department of defence
GOV: government; administration; cabinet; authority; authorities; ministry; department; interim government; caretaker government; transitional government; ruling junta; junta; regime; embassy; consulate; mission; diplomat; envoy; official; bureaucrat; civil servant; presidency; presidential palace; president's office; prime minister's office; office of the president; office of the prime minister; council of ministers; ombudsman; ombudsman's office; governor; provincial governor; governor's office; governor's spokesman; mayor; state government; regional government; provincial government; local government; city council; municipality; central bank; national bank; reserve bank; treasury; finance ministry; foreign ministry; ministry of foreign affairs; interior ministry; ministry of mines; customs service; tax authority; regulator; election commission; electoral commission; government spokesman; government spokeswoman; spokesperson; spokesman; spokeswoman; delegation; negotiator; negotiating team; officeholder; chancellery; politburo; central committee; security council; national security council; supreme council; head of state; head of government; government source; white paper; space agency; intelligence committee; state company; public prosecutor; monarch; royal court; kremlin spokesman; government forces spokesman; occupation authority; occupation administration
GOV|JRN: state news agency; state media; state television; state broadcaster; state radio; state-run media; state-run news agency; state-owned media; official news agency; government newspaper
MIL: military; armed force; army; navy; air force; marine; marines; national guard; royal guard; presidential guard; republican guard; revolutionary guard; fleet; squadron; regiment; battalion; brigade; division; corps; troop; troops; soldier; serviceman; servicewoman; conscript; reservist; paratrooper; commando; special force; special forces; special operation forces; officer; general staff; chief of staff; chief of general staff; chief of the general staff; chief of defence; commander; commander-in-chief; general; colonel; major general; lieutenant general; brigadier; admiral; rear admiral; vice admiral; air marshal; field marshal; gen; lt; lt gen; maj gen; brig gen; col; lt col; maj; capt; adm; brig; sgt; captain; lieutenant; sergeant; major; destroyer; frigate; corvette; submarine; aircraft carrier; warship; warplane; fighter jet; jet; bomber; drone; unmanned aerial vehicle; tank; artillery; missile; rocket launcher; air defence; air defense; coast guard; border guard; border guards; garrison; military base; air base; naval base; naval force; ground force; ground forces; land forces; defence force; defense force; defence forces; defense forces; military police; pilot; airman; sailor; seaman; gunner; sniper; warfighter; armoured vehicle; armored vehicle; armoured column; convoy; military junta; patrol boat; howitzer; helicopter gunship; attack helicopter; air strike; airstrike; invasion force; occupying forces; peacekeeper
SPY: intelligence agency; intelligence service; intelligence; security service; security services; secret service; spy; spy agency; spymaster; foreign intelligence service; military intelligence; military intelligence agency; state security; intelligence officer; intelligence chief; spy chief; secret police; counterintelligence; counter-intelligence; agent provocateur; mole; double agent
COP: police; police force; police officer; police station; police chief; policeman; policewoman; riot police; crowd control police; metropolitan police; gendarme; gendarmerie; detective; constable; sheriff; trooper; prison guard; law enforcement; law enforcement agency; security guard; bailiff; border patrol; border police; traffic police; swat team; inspector; investigator; anti-terror squad; security force; security forces; bomb squad; customs officer; warden; marshal
LEG: parliament; legislature; legislative body; legislator; lawmaker; lawmakers; congress; congressional group; congressional committee; congressman; congresswoman; senate; senator; house of representatives; national assembly; assembly; lower house; upper house; deputy speaker; speaker; member of parliament; parliamentarian; mp; mps; state assembly; parliamentary committee; parliamentary group; bundestag member; house speaker; state legislature; state senator; chamber of deputies
JUD: court; high court; supreme court; constitutional court; tribunal; judge; justice; prosecutor; prosecutor general; attorney general; attorney; lawyer; judiciary; magistrate; jury; military court; criminal court; appeals court; public defender; prosecutor's office; notary
PTY: party; political party; candidate; senate hopeful; presidential hopeful; hopeful; politician; ruling party; coalition partner; party leader; party member; nominee; running mate; contender; frontrunner; party official; party chairman; party secretary; campaign manager; youth wing
PTY|OPP: opposition party; opposition leader; opposition politician; opposition alliance; opposition coalition; opposition candidate
OPP: opposition; dissident; opposition activist; opposition group; government critic; exile; government in exile; exiled government; opposition figure; opposition movement; separatist
CVL|OPP: protester; protestor; demonstrator; antiwar protester; anti-war protester; anti-government protester; activist; political prisoner; rioter; striker; picket; marcher; human rights activist; campaigner; detained activist; prisoner of conscience; political detainee; pro-democracy activist; student protester; environmental activist; rally; crowd of protesters
REB: rebel; insurgent; guerrilla; guerilla; mujahideen; mujahedeen; mujahid; jihadist; jihadi; separatist rebel; rebel group; rebel force; rebel forces; insurgency; islamist militant; freedom fighter; separatist fighter; terrorist; terror group; terrorist group; suicide bomber; extremist; islamist insurgent; maoist; partisan; rebel leader; armed opposition; resistance fighter; islamist fighter; bomb maker
UAF: gunman; gunmen; armed man; armed men; armed group; militant; militia; militiaman; fighter; mercenary; unidentified gunman; attacker; assailant; hitman; armed assailant; vigilante; paramilitary; irregular; private military company; private military contractor; militant group; foreign fighter; masked man; warlord; tribal fighter; armed faction; armed wing
PRM: paramilitary group; paramilitary force; self-defense force; self-defence force; self defense forces; self defence forces; civil defence force; civil defense force; pro-government militia; popular mobilization force; auxiliary; tribal militia; local defence unit; community defence group; home guard; village guard
CRM: criminal; gang; gangster; thief; thieves; robber; vandal; vandals; murderer; killer; kidnapper; kidnapers; smuggler; trafficker; drug trafficker; drug cartel; cartel; drug lord; mafia; mob boss; bandit; pirate; hacker; hostage-taker; convict; inmate; fugitive; wanted person; wanted persons; suspect; looter; burglar; arsonist; rapist; extortionist; fraudster; crime boss; gang member; crime family; cattle rustler; scammer; hijacker; people smuggler; prisoner; detainee; assassin; human trafficker; gang leader; kingpin; black marketeer; poacher; counterfeiter
BUS: business; businessman; businesswoman; businessperson; businesspeople; company; firm; corporation; bank; airline; airline company; oil company; gas company; energy company; manufacturer; factory; industry; retailer; exporter; importer; investor; shareholder; trader; chief executive; ceo; chairman of the board; tycoon; oligarch; banker; entrepreneur; contractor; supplier; start-up; startup; tech company; technology company; mining company; shipping company; insurer; stock exchange; employer; chamber of commerce; shop owner; shopkeeper; restaurant; hotel; airline executive; magnate; industrialist; shipowner; shipbuilder; chipmaker; carmaker; automaker; broker; merchant; vendor; bakery; supermarket; private sector; cargo ship; merchant ship; oil tanker; tanker; refinery; hedge fund; consortium
AGR: farmer; peasant; herder; fisherman; rancher; farm worker; agricultural worker; pastoralist; grower; fishing crew; shepherd; dairy farmer; livestock herder; fishing boat; crofter; landless worker; plantation worker; winegrower; fisherfolk; cocoa farmer; rice farmer; beekeeper
LAB: worker; labour union; labor union; trade union; union; union leader; miner; truck driver; lorry driver; bus driver; taxi driver; driver; dockworker; docker; steelworker; employee; labourer; laborer; factory worker; railway worker; construction worker; garment worker; trade unionist; migrant worker; cleaner; mechanic; electrician; transport worker; flight attendant; sanitation worker; domestic worker; welder; postal worker; public sector worker
EDU: university; college; school; professor; academic; scholar; researcher; teacher; student; expert; analyst; scientist; institute; think tank; research institute; research centre; research center; lecturer; economist; historian; headteacher; headmaster; pupil; educator; academy; political scientist; schoolteacher; student union; laboratory; faculty; educational institution; observatory; kindergarten; teachers' union
MED: hospital; doctor; nurse; paramedic; ambulance; clinic; medic; health worker; medical worker; surgeon; physician; medical staff; health official; midwife; pharmacist; psychiatrist; first responder; medical team; health service; health authority; emergency service; emergency services; rescue worker; rescuer; firefighter; epidemiologist; virologist; vaccinator; dentist; veterinarian; field hospital; coroner; blood bank; health ministry
JRN: journalist; reporter; newspaper; broadcaster; television; tv station; radio station; news agency; media; editor; correspondent; press; magazine; blogger; columnist; news outlet; publisher; photographer; cameraman; photojournalist; news anchor; anchor; media outlet; news channel; daily; website; press corps; television crew; broadcaster's correspondent; film crew; talk show host; podcaster
REL: cleric; priest; imam; bishop; archbishop; cardinal; rabbi; monk; nun; pastor; church; mosque; synagogue; temple; religious leader; muslim leader; christian leader; jewish leader; religious group; clergy; ayatollah; pope; patriarch; mullah; preacher; missionary; pilgrim; worshipper; congregation; diocese; islamic scholar; theologian; parish priest; chaplain; evangelical; buddhist monk; hindu priest; muslim cleric; grand mufti; mufti; sheikh; seminary; parishioner
MUS: muslim; muslims; sunni; shia; shiite; shi'ite; islamist; sunnis; shiites
CHR: christian; catholic; protestant; orthodox christian; copt; maronite; evangelical christian
JEW: jew; jewish community; ultra-orthodox jew
BUD: buddhist
HIN: hindu
REF: refugee; displaced person; displaced people; internally displaced person; asylum seeker; asylum-seeker; evacuee; returnee; boat people; stateless person; refugee camp
CVL: civilian; citizen; resident; villager; tourist; child; children; woman; women; girl; boy; mother; father; parent; parents; family; families; relative; youth; teenager; voter; passenger; pedestrian; bystander; people; population; public; community; ethnic minority; tribe; tribesman; local; locals; inhabitant; immigrant; migrant; settler; expatriate; hostage; victim; survivor; widow; orphan; consumer; taxpayer; fan; athlete; footballer; actor; singer; artist; musician; writer; poet; celebrity; influencer; motorist; commuter; schoolchild; schoolchildren; schoolchildren's parents; baby; elderly person; neighbour; neighbor; householder; tribal elder; elder; tribal leader; village elder; volunteer; sportsman; indigenous people; national; nationals; compatriot; diaspora; holidaymaker; traveller; traveler; pensioner; homeless person; crowd; mourner; household
ELI: former official; ex-official; former minister; former president; elder statesman; former lawmaker; retired general; first lady; crown prince; socialite; retired diplomat; retired officer; ousted president; deposed president; exiled leader; royal family
NGO: ngo; non-governmental organisation; non-governmental organization; aid agency; aid worker; aid group; charity; humanitarian organisation; humanitarian organization; human rights group; rights group; rights organisation; rights organization; relief agency; relief worker; watchdog; humanitarian agency; advocacy group; red cross; red crescent; red crescent society; foundation; relief organisation; relief organization; humanitarian worker; monitoring group; election observer; environmental group; pressure group; volunteer organisation
SOC: civil society; civil society group; civic group; environmentalist; women's group; youth group; community leader; social movement; feminist; conservationist; civic organisation; civic organization; grassroots group; lgbt group; pacifist
IGO: international organisation; international organization; peacekeeping mission; peacekeeping force; international community; international monitor; international court; un agency; secretariat; international mediator
PRE: partially recognized country; partially recognised country; partially recognized state; partially recognised state; breakaway region; breakaway republic; breakaway state; unrecognised state; unrecognized state; separatist region; self-proclaimed republic; disputed territory; de facto authority; breakaway territory
"""

# People of whom the noun tells nothing, so that a phrase of them alone names nobody.
EVERYDAY = """man; men; person; persons; member; members; leader; leaders; group; individual; someone; somebody; figure; player;
side; team; colleague; counterpart; ally; partner; friend; rival; insider; source; sources; island; occupier; savage; party to
the conflict; subject; aide; adviser; advisor; chief; head; representative; delegate; deputy; boss; others; agency; organisation;
organization; force; forces; unit; staff; committee; commission; council; movement; front; coalition; alliance; network"""


def wordings(line):
    head, _, rest = line.partition(": ")
    return head, [w.strip() for w in rest.split(";") if w.strip()]


def own():
    rows = {}
    for line in OWN.strip().splitlines():
        sectors, words = wordings(line)
        for word in words:
            rows[word] = (sectors, "own")
    for word in EVERYDAY.replace("\n", " ").split(";"):
        rows.setdefault(word.strip(), ("", "own"))
    return rows


def sectors(code):
    """PLOVER's sectors of a CAMEO agent code, the main one first."""
    parts = [SECTORS.get(code[i:i + 3]) for i in range(0, len(code), 3)]
    parts = [p for p in parts if p]
    return "|".join(dict.fromkeys(parts))


def from_dictionary():
    rows = {}
    for line in open(f"{SRC}/petrarch2/Phoenix.agents.txt", encoding="latin-1"):
        match = re.match(r"^([^#\[]+?)\s*(?:\{[^}]*\}?)?\s*\[~([A-Z]+)\]", line)
        if not match:
            continue
        found = sectors(match[2])
        words = match[1].strip().lower().replace("_", " ").strip()
        if not found or not re.fullmatch(r"[a-z][a-z' !-]*", words):
            continue
        forms = [words]
        if "!person!" in words:
            forms = [words.replace("!person!", person) for person in ("man", "woman", "person")]
        if "!minist!" in words or words.endswith(" minist"):
            stem = words.replace("!minist!", "minist")
            forms = [re.sub(r"\bminist\b", noun, stem) for noun in ("minister", "ministry")]
        for form in forms:
            form = re.sub(r" +", " ", form).strip()
            # an article is no part of a noun, and would make every "the" worth a look
            if "!" not in form and len(form) > 2 and form.split()[0] not in ("the", "a", "an", "his", "her"):
                rows[form] = (found, "petrarch2")
    return rows


# Nouns of the dictionary that mislead in today's reports: verbs, things, or somebody else's sector.
NOT_TAKEN = set("""retired vip bargainer boss monger publication operative counsel counselor counsellor deputy hierarch hebrew native
settlement neighborhood neighbourhood village industry business community reactionaries crusader occident member leader actor
captain carrier barracks intelligence religion court assemblage chamber delegate advocate representative doc telecom internet
site resident counsellor-at-law defector aerospace airway cargo media agent""".split())


def armed_groups():
    """(name, aliases, party, sector) of each group of the dictionary that belongs to one state."""
    parties = {l.split("\t")[0] for l in open(f"{OUT}/parties.tsv", encoding="utf-8") if l[0] != "#"}
    known = {l.split("\t")[1].lower() for l in open(f"{OUT}/party-names.tsv", encoding="utf-8") if l.count("\t") > 3}
    groups = {}
    current = None
    for line in open(f"{SRC}/petrarch2/Phoenix.MilNonState.actors.txt", encoding="latin-1"):
        text = line.split("#")[0].strip()
        if not text or text.startswith(("<", ";")):
            continue
        code = re.search(r"\[([A-Z]{3,})(?:\s[^\]]*)?\]", text)
        name = re.sub(r"\[.*", "", text).strip().lstrip("+").strip("_ ").replace("_", " ")
        name = re.sub(r"\(([A-Z-]{2,})\)", "", name).strip()
        name = re.sub(r" +", " ", name)
        if not text.startswith("+"):
            current = None
            if code and code[1][:3] in parties and not code[1][:3] in ("IMG", "NGO"):
                current = (name, code[1][:3], sectors(code[1][3:]) or "REB")
                groups[current] = []
        elif current:
            groups[current].append(name)
    for (name, party, sector), aliases in sorted(groups.items()):
        forms = [f for f in dict.fromkeys([name] + aliases)
                 if re.fullmatch(r"[A-Z][A-Z0-9' .-]*[A-Z0-9]", f) and " " in f and f.lower() not in known]
        if forms:
            yield title(forms[0]), "|".join(title(f) for f in forms[1:]), party, sector


SMALL = set("of the for and in to on de la el del von y".split())


def title(words):
    out = [w.lower() if w.lower() in SMALL and i else "-".join(p.capitalize() for p in w.split("-"))
           for i, w in enumerate(words.split())]
    return " ".join(out)


def main():
    rows = {w: r for w, r in from_dictionary().items() if w not in NOT_TAKEN}
    rows.update(own())
    with open(f"{OUT}/agents.tsv", "w", encoding="utf-8") as out:
        out.write("# Common nouns for those who act, with PLOVER's sectors, the main one first; none where the noun tells none.\n"
                  "# Compiled by Tools/compile_actors.py: change the lists there.\n"
                  "# source: petrarch2 = PETRARCH2, Phoenix.agents.txt (github.com/openeventdata), nouns and their codes, MIT\n"
                  "# source: own = our own compilation of common English usage\n"
                  "wording\tsector\tsource\n")
        for word, (sector, source) in sorted(rows.items()):
            out.write(f"{word}\t{sector}\t{source}\n")
    with open(f"{OUT}/bodies/armed-groups.tsv", "w", encoding="utf-8") as out:
        out.write("# Armed groups with the state that they come from; those with a code of their own are in parties.tsv.\n"
                  "# Compiled by Tools/compile_actors.py.\n"
                  "# source: petrarch2 = PETRARCH2, Phoenix.MilNonState.actors.txt (github.com/openeventdata), names and codes, MIT\n"
                  "name\taliases\tparty\tsector\tfrom\tto\tsource\n")
        for name, aliases, party, sector in armed_groups():
            out.write(f"{name}\t{aliases}\t{party}\t{sector}\t\t\tpetrarch2\n")


main()
