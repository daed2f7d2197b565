"""The words that invented plans are made of. Invented from end to end; no real city, plan or organisation."""

from __future__ import annotations

THEMES = (
    "Trygghet i vardagen", "Unga i centrum", "Natur och vatten", "Arbete för fler", "Kultur i hela staden",
    "Hälsa hela livet", "Lärande tillsammans", "Gator och torg", "Idrott och rörelse", "Digital delaktighet",
    "Bostäder för alla", "Levande föreningar", "Mat och måltider", "Resor och transporter", "Energi och klimat",
    "Äldres delaktighet", "Nya i staden", "Företag och innovation", "Öppen förvaltning", "Beredskap",
)  # fmt: skip
STATES = (
    "är enkel att hitta", "når fler", "är känd av alla som berörs", "håller hög kvalitet", "är tillgänglig för alla",
    "bygger på dialog", "är trygg", "är lika i hela staden", "planeras tillsammans", "har långsiktiga villkor",
    "har en tydlig ingång", "utgår från behoven", "följs upp varje år", "har fasta rutiner", "är öppen för nya idéer",
    "speglar befolkningen", "är väl samordnad", "har rätt kunskap", "ger resultat som märks", "kostar mindre",
)  # fmt: skip
MATTERS = (
    "Biblioteken", "Kvällsverksamheten", "Skolvägen", "Fritidsgården", "Parkskötseln", "Praktiken", "Språkstödet",
    "Sommarlovet", "Medborgardialogen", "Föreningslokalen", "Hemtjänsten", "Badplatsen", "Cykelvägen", "Odlingen",
    "Läxhjälpen", "Rådgivningen", "Återbruket", "Musikskolan", "Mötesplatsen", "Grannsamverkan", "Simundervisningen",
    "Lokaltrafiken", "Servicen", "Utbildningen", "Samverkan",
)  # fmt: skip
VERBS = (
    "Ta fram", "Pröva", "Inför", "Utveckla", "Sprid", "Samordna", "Utvärdera", "Starta", "Bygg upp", "Se över",
    "Förenkla", "Planera", "Upphandla", "Förläng", "Översätt", "Kartlägg", "Förankra", "Dokumentera", "Följ upp",
    "Finansiera",
)  # fmt: skip
THINGS = (
    "en vägledning", "en gemensam rutin", "en kortkurs", "ett nätverk", "en webbsida", "en mässa", "en enkät",
    "ett forum", "en handbok", "ett årshjul", "en utställning", "en försöksperiod", "ett stödmaterial",
    "en mentorsgrupp", "ett avtal om lokaler", "en öppen kväll", "en checklista", "en modell för dialog",
    "ett bokningssystem", "en temavecka", "ett kontaktkort", "en utbildningsdag", "en idébank", "ett pilotprojekt",
    "en karta över mötesplatser",
)  # fmt: skip
FOR_WHOM = (
    "barn och unga", "äldre", "nyanlända", "föreningar", "skolor", "småföretag", "anhöriga", "studerande",
    "boende i norr", "boende i söder", "personal i väster", "chefer", "besökare", "ideella ledare", "arbetssökande",
    "familjer", "hyresgäster", "pendlare", "odlare", "kulturutövare",
)  # fmt: skip
DISTRICTS = (
    "Norr", "Söder", "Öster", "Väster", "Centrum", "Hamnen", "Åsen", "Ängen", "Holmen", "Berget",
)  # fmt: skip
AREAS = (
    "skola", "fritid", "kultur", "omsorg", "miljö", "park", "teknik", "arbete", "näringsliv", "bygglov",
)  # fmt: skip
COMMENTS = (
    "Arbetet följer planen och har fått god spridning.",
    "Två möten har hållits och ett tredje är inbokat.",
    "Materialet används nu av alla enheter som berörs.",
    "Fler än väntat deltog, särskilt på kvällstid.",
    "En arbetsgrupp är utsedd och har börjat.",
    "Erfarenheterna är samlade i en kort rapport.",
    "Samarbetet med föreningarna fungerar väl.",
    "Första delen är klar, den andra väntar på lokaler.",
    "Rutinen är beslutad och känd av cheferna.",
    "Deltagarna är nöjda och vill fortsätta nästa år.",
)
WAITING = (
    "Börjar när underlaget är klart.",
    "Planeras till våren tillsammans med parterna.",
    "Väntar på att gruppen ska utses.",
)
DEVIATIONS = (
    "Starten har dröjt, tjänsten är vakant.",
    "Upphandlingen har överklagats och tar längre tid.",
    "Lokalen blev inte klar i tid.",
    "Färre enheter än väntat har kunnat delta.",
    "Underlaget från en av parterna saknas fortfarande.",
)
REMEDIES = (
    "Tjänsten tillsätts efter årsskiftet.\nTill dess sköts arbetet av enheten för samordning.",
    "En ny tidplan är framtagen tillsammans med parterna.\nDen tas upp på nästa möte i rådet.",
    "Tillfälliga lokaler är bokade till sommaren.",
    "Enheterna får stöd av en gemensam samordnare.\nLäget stäms av varje månad.",
)
GROUNDS = (
    "Bygger på svar från hälften av enheterna.",
    "Bygger på enkäten och på samtal med parterna.",
    "Flera enheter har kommit långt, några har inte börjat.",
    "Det saknas ännu uppgifter från bolagen.",
)
CRITERIA = (
    "Arbetssättet är känt i hela organisationen",
    "De som berörs upplever en tydlig förbättring",
    "Parterna planerar nästa steg tillsammans",
    "Stödet används utan att någon behöver be om det",
    "Kunskapen finns kvar när personer byter uppdrag",
    "Fler deltar än när planen började",
)
MEASURES = (
    ("count", "Antal enheter som använder stödet", "enheter"),
    ("count", "Antal deltagare under året", "deltagare"),
    ("count", "Antal genomförda möten", "möten"),
    ("share", "Andel nöjda deltagare", "procent"),
    ("share", "Andel enheter med beslutad rutin", "procent"),
    ("index", "Nöjdhetsindex i den årliga enkäten", "poäng"),
)
PROMISES = (
    "Vi planerar tillsammans i god tid.", "Vi lyssnar på dem som berörs.", "Vi delar kunskap öppet.",
    "Vi ger plats för nya idéer.", "Vi förenklar vägarna in.", "Vi följer upp och lär.",
    "Vi ger långsiktiga villkor.", "Vi når hela staden.", "Vi håller det vi lovar.", "Vi delar på ansvaret.",
)  # fmt: skip
TERMS = (
    ("årshjul", "Årets återkommande steg i en gemensam bild."),
    ("mötesplats", "En lokal eller ett torg som är öppet för alla."),
    ("pilotprojekt", "Ett försök i liten skala före ett beslut."),
    ("samordnare", "En funktion som håller ihop arbetet mellan enheter."),
    ("medborgardialog", "Samtal med invånare inför ett beslut."),
    ("stödmaterial", "Texter och bilder som kan användas av alla enheter."),
    ("idébank", "Samlade förslag som ännu inte har prövats."),
    ("kortkurs", "En utbildning på högst en dag."),
    ("part", "Den som står bakom överenskommelsen."),
    ("underlag", "Det som ett svar vilar på."),
)
EVENTS = (
    ("meeting", "Rådets möte", "rad"),
    ("workshop", "Arbetsmöte om genomförandet", "verkstad"),
    ("conference", "Konferens om planen", "konferens"),
    ("planning", "Planeringsdag", "planering"),
)
POINTS = (
    "Läget i planens teman", "Frågor från föreningarna", "Nästa års tidplan", "Förslag från unga", "Lokaler",
    "Enkäten", "Nya samarbeten", "Stödet till enheterna",
)  # fmt: skip
