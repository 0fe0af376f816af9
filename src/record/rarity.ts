// How rare a word is in wire copy: what two dispatches share says the more, the rarer it is (inverse document frequency, K. Spärck Jones 1972).
// Counted in the first 900 characters of the 21,578 dispatches of Reuters-21578 (`node dist/eval/rarity.js` prints the bands anew). Stems, as
// `contentWords` gives them.

/** By bands: band n holds the words of one in about 2^n dispatches. What stands nowhere is rarer than one in four hundred. */
const BANDS: Readonly<Record<number, string>> = {
  2: `
    compani corp dlr inc mln pct reuter shar year
  `,
  3: `
    april bank billion co cts end exchang expect first group includ increas international issu last loss ltd march market month net not offer
    per plan pric qtr rat report sal shr stock todai total trad unit vs
  `,
  4: `
    acquir acquisition ad agr agreement americ announc becaus board bond bui business cal capital cash chairm clos commission common compar
    continu contract countri credit current cut dai debt declin department dividend dollar du earlier economic europ export februari federal fil
    financ financial firm fiv follow foreign four fund gain general government industri interest investment januari japan jun lead loan mad
    major mak meet minister national next nin now official oil operat operation own pai payment period president prior product production profit
    program purchas quarter rais receiv record reduc remain result rev ris ros securiti sel servic set shareholder six sourc spokesm stat
    statement subsidiari system tak tax term thre through tim ton week world yesterdai
  `,
  5: `
    accord account action additional agenci ago agricultur allow alreadi amount analyst annual another approv approval area around ask asset
    association availabl averag avg back bas basi begin bid bil bought budget canad central chang charg chief com comment commercial committe
    communiti complet computer condition conferenc consider control convertibl cost coupon cover currenci dat deal dealer december decision
    demand detail develop development director div division domestic down drop earli earning economi effectiv eight energi estimat exclud
    executiv fal fel figur fiscal forc forecast form franc ful further futur gas get giv good growth held help high higher hold hous however
    import incom industrial initial investor joint juli level likeli limit lin list london lower management manager mark member ministri monei
    mov mth nam nation need new number offic open option order outstand part plant plc point polici position possibl power prefer previou
    previousli privat proceed produc project propos proposal provid public qtli quot rang reach reag recent reflect reporter reserv revenu right
    rul sam schedul se second secretari seek senior september seven several show sign sold south stak standard start stg subject subordinat such
    suppli support talk technologi tender third trader transaction treasuri union us used valu vot wel west work yen york
  `,
  6: `
    abov accept act activiti addition adjust administration advanc affect ag agricultural aid aim air airlin although among appear appli
    application associat attempt august austral authoriti award balanc banker barrel becom began believ below benefit boost brazil bring britain
    british brother build capaciti car carri caus cent certain chemical chicago chin cit citi clear combin commerc commoditi communication
    concern concession congress construction consumer corporat corporation council court creditor crop crud currentli customer daili damag data
    de debentur decid declar deficit delai deliveri denomination deposit design despit disclos discontinu discount discuss distribution east ec
    economist effect effort electric electronic employe england enter equipment equiti establish eurobond even exist expand expir extend
    extraordinari fac faciliti factor fail far farm fe feb few final fix food former fourth french fridai gav germ germani given go gold grain
    grant grow gulf half head heavi hit holder holding hom hop how immediateli improv index indicat inflation information institut institution
    insuranc intend interview introduc involv iran jam jan john kei larg largest lat later latest launch law leader least led lend less letter
    lif light littl local long long-term look low luxembourg main mainli maintain manag mani manufactur measur merger mil min mondai monetari
    moodi morn motor much near negotiat negotiation network newspaper north november october officer oper output pacific packag pact paid paper
    par pari parti partner past payabl payout peopl petroleum plac plu poor post prepar present press pressur prim principal problem process
    producer properti provision purpos put quarterli real recentli reduction registration regular reject relat releas replac represent
    representativ repurchas request requir requirement research resourc respectiveli respons restructur return review revis robert run sai
    saving sector seen senat seri sharp sharpli ship shipment short slightli smal soon southern soviet special spend split statistic step stor
    strik strong studi sugar surplu taken takeover target telephon test texa think tokyo tomorrow top tri trust turnover unchang underwrit
    underwriter undisclos urg usda ventur vic volum wai want warrant washington western wheat whether whit within without worker worth yet yield
  `,
  7: `
    abl access achiev activ adjustment adopt affair affiliat afric afternoon again agre ahead aircraft alleg almost along alternativ
    announcement anticipat appeal appoint approximateli arab argentin arm arrang arrangement assistanc assum attack attend authoriz baker
    bancorp bankruptci bear best better big biggest block book borrow boston branch broker brought bundesbank buyer buyout cabl calif californ
    cam cannot cargo cas center certificat claim class coast coffe commitment comparabl competition competitiv completion component compris
    concentrat conduct confirm congressional connection consist consolidat contain continental contribut conversion convert cooperation corn
    counti creat crisi ct cumulativ david dec defens definitiv deliver democrat democratic deni depend deputi determin difficult dilut direct
    discussion disput distribut district don doubl downgrad dril drug dutch earn eas eastern either elect election enabl encourag engineer
    enough enterpris entir equal equivalent estat everi exc excess exercis expansion expectation expenditur expens exploration exporter express
    failur famili farmer fear fed feed field find fir five-year float florid flow found fre fuel fulli generat georg gm gmt going goldm governor
    grad great greater gross guarant guarante halt hand hard hav health hear him hong hour identifi immediat impact important impos improvement
    independent indi individual instead intent interven intervention inventori invest island ital itali item itself job join keep known kong kor
    laboratori labour land largeli leas leav left legal legislation lehm liabiliti licens lift lik link liquiditi liv load longer los lost lot
    lynch machin majoriti maker manufacturer margin material matter matur maturiti maximum mean medical meeting merg merril met metal mexico
    michael militari minimum model monthli morg mortgag movement natural nearli necessari newli night nil non-callabl normal northern nuclear nv
    obligation obtain occur offset opec operator opinion opportuniti oppos opposition ordinari organisation organization original originalli
    other ounc outlook outsid overal overs ownership panel parent parliament particularli partli partnership pass passenger paul pend percentag
    performanc permit personal philippin pipelin placement pol political port portion possibiliti potential pound pre-tax predict preliminari
    premium pretax prevent primari principl privateli probabli progress promis prospect protect protection publish push qualiti question rather
    reason recommend recommendation recoveri redeem redemption reform refus region regional register regulation regulatori relation remark remov
    repai repayment republic reschedul resign resolv respond rest restat resum retail retain retir richard risk rol round sa sach salomon san
    sea season seasonalli seat sec secur semiconductor sent separat sept seriou serv session settl settlement shearson short-term shortag
    shortli sid significant significantli similar sit situation slow softwar sol sought soyb spain speak specific speculation speech spokeswom
    spread st stabiliti staf stag stand stanlei state-own station steadi steel sterl stockholder stop strategi street strengthen structur
    subcommitte submit subsidi substantial substantialli suit summer suspend swiss taiw tarif technical telecommunication television temporari
    threaten thursdai together too took toward transfer transport transportation trend truck tuesdai turn two-for-on unless unlikeli using
    utiliti variou vehicl versu via view visit wag wal war warn water weather wednesdai weekend weekli went wholli william win won worldwid
    year-ago zealand
  `,
  8: `
    ab abiliti abroad accelerat acceptanc accru acr across actual address adequat advantag advis adviser advisor advisori aerospac affirm
    after-tax agent airport airwai alan albert alli allianc aluminium am amendment amid angel annualli anyth approach appropriat armi arriv asia
    asian assembli assess assistant atlantic attornei attract attribut auction aug auto automaker automobil automotiv aviation avoid awai await
    ba backlog bad bag ban band banqu bar barlei basic battl becam beef begun behind bel belg belgium beyond bilateral black blam bo bodi bonu
    borrower borrowing bours bpd brand break brief broad broadcast brok brokerag brown buffer built bulk bureau burnham bushel businessmen
    cabinet calculat calendar campaign cancel capabiliti card carrier carryforward cattl cbt cc ceil centr cereal challeng chanc chancellor
    chapter charl charter check chip choic chrysler circuit circulation citicorp civil clayton clearli client climb closeli club co-lead
    co-manag coal coco cod cold collaps colomb columb combination commissioner commit compet complaint complex compromis conclud confidenc
    confident consecutiv conservativ consideration consortium consumption contact controversial cooperat copper cor correct cos cotton cours
    criticis crown cubic curb custom dal daniel deadlin dealing debat debtor decreas defenc defend defer del delegat delegation denmark depress
    des describ destroi devic differenc different difficulti digital diplomat direction directli dismiss disposal distributor diversifi document
    doing donald doubt dougl dow downward draft draw drexel dri driv duti earthquak easier ecu ecuador edt edward egypt elaborat electrical
    electriciti eligibl eliminat emerg emergenci emploi employment engag engin enhanc enhancement ensur entertainment entiti entitl environment
    environmental especialli est evaluat ever evidenc examin exceed except exchequer exclusiv exercisabl experienc expert expiration explain
    explor extension external extremeli fact factori fat favor featur federation feel feet fight fin finish firmer flat flight flood floor fob
    focu ford formal formerli forward francisco frankfurt fraud freez freight fresh fundamental gasolin gat ge generalli global goal grac grand
    grew ground grower guaranti guilder handl happen harri harvest headquarter hectar highest hik hil hog hospital hotel houston howard hug hugh
    human hurt hutton ibm ico idea ii il illinoi imbalanc imf implement importer incentiv incur indication indones influenc inform initialli
    initiativ inquiri instal installation institutional instrument insur integrat intention interbank interim internal interstat introduction
    investigat investigation invit iraq issuanc jersei jet jim johnson jointli jon jos journalist jr judg jump justic kans kidder kiichi kil
    kilo kind km know kuwait kuwaiti la labor lack lak lambert larger latin lawson lawsuit lb lbs lender let leverag liberal libor licenc liquid
    litigation lloyd locat location louisian lowest lp machineri mail maintenanc maiz malays manhat manil marin martin match medium mercantil
    merchant method michig middl million mineral minoriti minut missil mix miyazaw mobil moderat modest monitor moscow mostli mount mutual
    nakason narrow nasdaq nationwid navi nearbi negativ negotiator netherland nigel nippon nominal northwest noth notic nov nys oct offering
    offshor ohio old onc ongo ontario optimistic or outlin overnight owner pac painewebber palm parliamentari participant participat
    participation patent pc peabodi peak pension peter pharmaceutical phas philip plai pledg polic portfolio positiv possibli postpon practic
    preferenc presidential previously-announc primarili print privately-held proc procedur processor profitabiliti profitabl promot prompt
    protectionist protest prov provinc provisional publicli pursu qualifi quebec quickli quiet radio railwai rain ralli rapid rapidli rating
    ratio raw reaction readi reaffirm realiz realti receipt recession recover red redeemabl refer refin refinanc refineri regard regulator
    reiterat relativeli relief remainder renew reopen reorganization rep repair repli resignation resolution responsibiliti responsibl
    restaurant restor restrict restriction retaliation retirement revers revolv ric rio risen river road room rout row royal royalti rubber
    rumor sanction sant satisfactori satisfi saturdai saudi sav saw scal scandal schem scot secondari section seem select seller sen send
    sentiment separateli seriousli sever sheet shel shelf shift shop shortfal shut signal silver singapor singl sink siz slid slip smaller smith
    so-cal soar social soft solution son sound southwest sp spa spac spanish spark specialti specifi speculativ spot spr stabilis stabiliz stabl
    stai statu steer stem stimulat stood storag strategic strength stress stronger strongli subscription suc succeed success successful suffer
    sufficient suggest suiss sum summit sun sundai supermarket supplier surg surpris survei suspension sustain swap sweden swedish switch
    switzerland syndicat tanker tap team tel telecom telegraph ten terminal terminat texaco textil th thailand thing thom though thought
    thousand threat three-for-two three-year throughout tonight tool toronto tough town traditional traffic tranch treat treatment trial trigger
    troubl turkei typ uk unabl uncertainti underli understand underwai underwritten unemployment unfair universiti unsecur unspecifi unveil
    upgrad upon ups upward usa user ussr vallei varieti vegetabl venezuel version vessel veto vice-president video violat violation virgin voic
    volcker wait wast watch weak weakness welcom whi whol wholesal wholly-own wid wil winter withdraw withdrawal wood workforc worri writedown
    written yasuhiro year-end year-on-year year-to-dat yeutter zon
  `,
};

const BAND = new Map(
  Object.entries(BANDS).flatMap(([band, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word): [string, number] => [word, Number(band)]),
  ),
);

/** The band of a word that none of them holds. */
export const RAREST = 10;

/** From 2 for a word that every other dispatch has to 10 for one that hardly any has. */
export const rarity = (word: string): number => BAND.get(word) ?? RAREST;
