/// Codes of countries and groups of CAMEO's coding scheme, as GDELT's actors have them.
enum CAMEOCodes {
    /// Country codes that are ours as well: ISO 3166-1 alpha-3, and codes of past states.
    ///
    /// source: our own list of parties (`Data/parties.tsv`): states, past states and territories with a code of three letters.
    static let same = """
        ABH ABW AFG AGO AIA ALA ALB AND ANT ARE ARG ARM ASM ATA ATF ATG AUH AUS AUT AZE BDI BEL BEN BES BFA
        BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD
        COG COK COL COM CPV CRI CSK CUB CUW CXR CYM CYN CYP CZE DDR DEU DJI DMA DNK DNR DOM DRV DZA ECU EGY
        ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
        GTM GUF GUM GUY HAW HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
        KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LNR LSO LTU LUX LVA MAC MAF MAR MCO MDA
        MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC
        NIU NKR NLD NOR NPL NRU NZL OMN OST OTT PAK PAN PCN PER PHL PLW PMR PNG POL PRI PRK PRT PRY PSE PYF
        QAT REU ROU RUS RVN RWA SAU SCG SDN SEN SGP SGS SHN SJM SLB SLE SLV SML SMR SOM SPM SRB SSD STP SUN
        SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UAR UGA
        UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM YMD YUG ZAF ZMB ZWE
        """

    /// Country codes that are other ones with us, with ours.
    ///
    /// source: CAMEO's codes as they stand in PETRARCH2's `Phoenix.Countries.actors.txt` (MIT) and the PLOVER manual (`KOS`);
    /// `ROM`, `ZAR` and `TMP` are ISO's former codes of Romania, the Congo and Timor-Leste; `WSB` and `GZS` are the West Bank and
    /// the Gaza Strip.
    static let other = """
        CZS CSK FRY SCG GDR DDR GZS PSE IMY IMN KOS XKX KSV XKX PAL PSE ROM ROU TMP TLS USR SUN WSB PSE ZAR
        COD
        """

    /// Codes of regions and of kinds of actors: of no party, although one may look like ours (`EUR` is Europe here).
    ///
    /// source: CAMEO's regions as they stand in PETRARCH2's actor dictionaries (MIT).
    static let regions = """
        AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST
        """

    /// Codes of known groups, with ours, where our list of parties has the organisation or group.
    ///
    /// source: CAMEO's group codes as they stand in PETRARCH2's `Phoenix.International.actors.txt` and
    /// `Phoenix.MilNonState.actors.txt` (MIT); `HMS`, `HEZ`, `TAL`, `PLO`, `PLS`, `MBR`, `IFD` and `IOM` after the CAMEO codebook
    /// (Schrodt 2012), chapter 3.
    static let groups = """
        ADB ADB AFB AFDB AFU AU AIE IEA ALQ AL-QAEDA AMN AMNESTY AMU AMU ARL LEAGUE ASN ASEAN BIS BIS CEM
        CEMAC CES COMESA CIS CIS COE COE CWN COMMONWEALTH DVE D8 EAC EAC EBR EBRD ECA ECCAS EEC EUR EFT EFTA
        FAO FAO GCC GCC GOE G8 GOS G7 GSS G77 HCH OHCHR HCR UNHCR HEZ HEZBOLLAH HMS HAMAS HRW HRW IAD IGAD IAE
        IAEA ICC ICC ICG CRISIS-GROUP ICJ ICJ IDB ISDB IFD IFAD ILO ILO IMF IMF IOM IOM IPU IPU IRC ICRC ITP
        INTERPOL MBR MUSLIM-BROTHERHOOD MSF MSF NAT NATO NON NONALIGNED OAS OAS OAU OAU OIC OIC OPC OPEC PLO
        PLO PLS POLISARIO SAA SAARC SAD SADC SCE OSCE SOT SEATO TAL TALIBAN UNO UNO WAM WAEMU WAS ECOWAS WBK
        WORLD-BANK WEF WEF WFP WFP WHO WHO WTO WTO XFM OXFAM
        """
}
