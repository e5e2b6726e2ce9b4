/// Names of countries as ICEWS and POLECAT write them, with our codes.
enum CountryNames {
    /// Lower case; items by lines and semicolons, names of one code by bars.
    ///
    /// source: names of GeoNames' countryInfo (CC BY 4.0) and of our own list of parties; names that ICEWS has in its place
    /// ("Russian Federation", "Occupied Palestinian Territory") as they stand in a sample of its events of 2018; English short
    /// names of ISO 3166-1 with and without inversion, and former names, by ourselves.
    static let codes = """
        ABH=abkhazia;ABW=aruba;AFG=afghanistan;AGO=angola;AIA=anguilla;ALA=aland islands|åland;ALB=albania;AND=andorra
        ANT=netherlands antilles;ARE=united arab emirates;ARG=argentina;ARM=armenia;ASM=american samoa;ATA=antarctica
        ATF=french southern territories;ATG=antigua and barbuda;AUS=australia;AUT=austria;AZE=azerbaijan;BDI=burundi
        BEL=belgium;BEN=benin;BES=bonaire, saint eustatius and saba|caribbean netherlands;BFA=burkina faso
        BGD=bangladesh;BGR=bulgaria;BHR=bahrain;BHS=bahamas|the bahamas;BIH=bosnia and herzegovina|bosnia-herzegovina
        BLM=saint barthelemy;BLR=belarus;BLZ=belize;BMU=bermuda
        BOL=bolivia|bolivia (plurinational state of)|bolivia, plurinational state of;BRA=brazil;BRB=barbados
        BRN=brunei|brunei darussalam;BTN=bhutan;BVT=bouvet island;BWA=botswana;CAF=central african republic;CAN=canada
        CCK=cocos islands;CHE=switzerland;CHL=chile;CHN=china;CIV=cote d'ivoire|côte d'ivoire|ivory coast;CMR=cameroon
        COD=congo (democratic republic of the)|congo, democratic republic of the|congo, the democratic republic of the|democratic republic of congo|democratic republic of the congo
        COG=congo|republic of congo|republic of the congo;COK=cook islands;COL=colombia;COM=comoros
        CPV=cabo verde|cape verde;CRI=costa rica;CUB=cuba;CUW=curacao;CXR=christmas island;CYM=cayman islands
        CYN=northern cyprus;CYP=cyprus;CZE=czech republic|czechia;DEU=germany;DJI=djibouti;DMA=dominica;DNK=denmark
        DNR=donetsk people's republic;DOM=dominican republic;DZA=algeria;ECU=ecuador;EGY=egypt;ERI=eritrea
        ESH=western sahara;ESP=spain;EST=estonia;ETH=ethiopia;EUR=european union;FIN=finland;FJI=fiji
        FLK=falkland islands;FRA=france;FRO=faroe islands
        FSM=federated states of micronesia|micronesia|micronesia (federated states of)|micronesia, federated states of
        GAB=gabon;GBR=great britain|united kingdom|united kingdom of great britain and northern ireland;GEO=georgia
        GGY=guernsey;GHA=ghana;GIB=gibraltar;GIN=guinea;GLP=guadeloupe;GMB=gambia|the gambia
        GNB=guinea bissau|guinea-bissau;GNQ=equatorial guinea;GRC=greece;GRD=grenada;GRL=greenland;GTM=guatemala
        GUF=french guiana;GUM=guam;GUY=guyana;HKG=hong kong|hong kong sar;HMD=heard island and mcdonald islands
        HND=honduras;HRV=croatia;HTI=haiti;HUN=hungary;IDN=indonesia;IMN=isle of man;IND=india
        IOT=british indian ocean territory;IRL=ireland;IRN=iran|iran (islamic republic of)|iran, islamic republic of
        IRQ=iraq;ISL=iceland;ISR=israel;ITA=italy;JAM=jamaica;JEY=jersey;JOR=jordan;JPN=japan;KAZ=kazakhstan;KEN=kenya
        KGZ=kyrgyzstan;KHM=cambodia;KIR=kiribati;KNA=saint kitts and nevis|st. kitts and nevis
        KOR=korea (republic of)|korea, republic of|republic of korea|republic of korea (south)|south korea;KWT=kuwait
        LAO=lao people's democratic republic|laos;LBN=lebanon;LBR=liberia;LBY=libya|libyan arab jamahiriya
        LCA=saint lucia|st. lucia;LIE=liechtenstein;LKA=sri lanka;LNR=luhansk people's republic;LSO=lesotho
        LTU=lithuania;LUX=luxembourg;LVA=latvia;MAC=macao|macau;MAF=saint martin;MAR=morocco;MCO=monaco
        MDA=moldova|moldova (republic of)|moldova, republic of|republic of moldova;MDG=madagascar;MDV=maldives
        MEX=mexico;MHL=marshall islands
        MKD=macedonia|macedonia, the former yugoslav republic of|north macedonia|the former yugoslav republic of macedonia
        MLI=mali;MLT=malta;MMR=burma|myanmar;MNE=montenegro;MNG=mongolia;MNP=northern mariana islands;MOZ=mozambique
        MRT=mauritania;MSR=montserrat;MTQ=martinique;MUS=mauritius;MWI=malawi;MYS=malaysia;MYT=mayotte;NAM=namibia
        NCL=new caledonia;NER=niger;NFK=norfolk island;NGA=nigeria;NIC=nicaragua;NIU=niue;NKR=nagorno-karabakh
        NLD=netherlands|the netherlands;NOR=norway;NPL=nepal;NRU=nauru;NZL=new zealand;OMN=oman;OST=south ossetia
        PAK=pakistan;PAN=panama;PCN=pitcairn;PER=peru;PHL=philippines;PLW=palau;PMR=transnistria;PNG=papua new guinea
        POL=poland;PRI=puerto rico
        PRK=democratic people's republic of korea|korea (democratic people's republic of)|korea, democratic people's republic of|north korea
        PRT=portugal;PRY=paraguay
        PSE=occupied palestinian territory|palestine|palestine, state of|palestinian territory|palestinian territory, occupied|state of palestine
        PYF=french polynesia;QAT=qatar;REU=reunion|reunion island;ROU=romania;RUS=russia|russian federation;RWA=rwanda
        SAU=saudi arabia;SCG=serbia and montenegro;SDN=sudan;SEN=senegal;SGP=singapore
        SGS=south georgia|south georgia and the south sandwich islands;SHN=saint helena
        SJM=svalbard|svalbard and jan mayen;SLB=solomon islands;SLE=sierra leone;SLV=el salvador;SML=somaliland
        SMR=san marino;SOM=somalia;SPM=saint pierre and miquelon;SRB=republic of serbia|serbia;SSD=south sudan
        STP=sao tome and principe|são tomé and príncipe;SUR=suriname;SVK=slovakia;SVN=slovenia;SWE=sweden
        SWZ=eswatini|swaziland;SXM=sint maarten;SYC=seychelles;SYR=syria|syrian arab republic
        TCA=turks and caicos islands;TCD=chad;TGO=togo;THA=thailand;TJK=tajikistan;TKL=tokelau;TKM=turkmenistan
        TLS=east timor|timor leste|timor-leste;TON=tonga;TTO=trinidad and tobago;TUN=tunisia
        TUR=turkey|turkiye|türkiye;TUV=tuvalu;TWN=taiwan|taiwan (province of china)|taiwan, province of china
        TZA=tanzania|tanzania, united republic of|united republic of tanzania;UGA=uganda;UKR=ukraine
        UMI=united states minor outlying islands;UNO=un|united nations;URY=uruguay
        USA=united states|united states of america;UZB=uzbekistan
        VAT=holy see|holy see (vatican city state)|vatican|vatican city
        VCT=saint vincent and the grenadines|st. vincent and the grenadines
        VEN=venezuela|venezuela (bolivarian republic of)|venezuela, bolivarian republic of;VGB=british virgin islands
        VIR=u.s. virgin islands|united states virgin islands;VNM=viet nam|vietnam;VUT=vanuatu;WLF=wallis and futuna
        WSM=samoa;XKX=kosovo;YEM=yemen;ZAF=south africa;ZMB=zambia;ZWE=zimbabwe
        """

    /// How names are written that do not begin each word with a capital, or are not the first of their code.
    ///
    /// source: English short names in common use, by ourselves.
    static let written: [String: String] = [
        "ALA": "Aland Islands", "BHS": "Bahamas", "BOL": "Bolivia", "BRN": "Brunei", "CIV": "Cote d'Ivoire",
        "COD": "Democratic Republic of Congo", "COG": "Congo", "CPV": "Cape Verde", "CZE": "Czech Republic",
        "EUR": "European Union", "FSM": "Micronesia", "GBR": "United Kingdom", "GMB": "Gambia",
        "GNB": "Guinea-Bissau", "IRN": "Iran", "KNA": "Saint Kitts and Nevis", "KOR": "South Korea", "LAO": "Laos",
        "LBY": "Libya", "LCA": "Saint Lucia", "MAC": "Macau", "MDA": "Moldova", "MKD": "North Macedonia",
        "MMR": "Myanmar", "PRK": "North Korea", "PSE": "Occupied Palestinian Territory", "RUS": "Russian Federation",
        "SRB": "Serbia", "STP": "Sao Tome and Principe", "SWZ": "Eswatini", "SYR": "Syria", "TLS": "East Timor",
        "TUR": "Turkey", "TWN": "Taiwan", "TZA": "Tanzania", "UNO": "United Nations", "USA": "United States",
        "VAT": "Holy See", "VCT": "Saint Vincent and the Grenadines", "VEN": "Venezuela", "VNM": "Vietnam",
    ]
}
