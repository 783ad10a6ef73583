/** The languages in Latin letters among the ten. */
export const LATIN = ['en', 'de', 'fr', 'es', 'it', 'pt'] as const

export type LatinCode = (typeof LATIN)[number]

/** Which of the languages in Latin letters have a word among their most usual ones in chats; undefined for other words. */
export function languagesOfWord(word: string): readonly LatinCode[] | undefined {
  return known.get(word)
}

/** The same in many languages, so they tell nothing. */
export const INTERNATIONAL: ReadonlySet<string> = new Set(
  'ok okay k kk no lol lmao rofl gg ggs wp gl hf xd xdd haha hahaha ha hm hmm mhm ah oh uh eh hey hi hello bye wow yes yo bro brb afk btw wtf omg idk pls plz sorry cool nice top super email video audio online offline server bot chat stream link discord youtube twitch minecraft fortnite valorant tv pc mic internet taxi hotel bar pizza pasta sushi'.split(
    ' ',
  ),
)

/** Words of courtesy that only one of the ten has: alone they tell the language. */
export const DECISIVE: ReadonlyMap<string, LatinCode> = new Map(
  Object.entries({
    en: 'thanks thank goodnight',
    de: 'danke dankeschön bitte tschüss hallo moin servus entschuldigung nein',
    fr: 'merci bonjour bonsoir salut oui coucou désolé désolée',
    es: 'gracias hola adiós perdón buenas buenos sí',
    it: 'grazie buongiorno buonasera buonanotte arrivederci scusa prego',
    pt: 'obrigado obrigada olá oi desculpa desculpe não tchau',
  }).flatMap(([code, words]) => words.split(' ').map((word): [string, LatinCode] => [word, code as LatinCode])),
)

/** Frequent words of chats: short ones, those of courtesy, and what people say when they play, eat, wait and wonder. */
const WORDS: Readonly<Record<LatinCode, string>> = {
  en: `the a an and or but if so not of to in on at for from with by about as into over up down out off under again then
    i you he she it we they me him her us them my your his its our their mine yours this that these those who what when
    where why how which whose am is are was were be been being have has had do does did done don't doesn't didn't will
    would can could should may might must shall won't can't couldn't wouldn't shouldn't isn't aren't wasn't i'm you're
    he's she's it's we're they're i've you've we've they've i'll you'll we'll i'd you'd that's there's what's let's
    there here now just very too also only some any all both each every many much more most less few other another same
    own one two three four five six seven eight nine ten first last next new old good bad great big small little long
    right wrong true false sure maybe really actually probably always never sometimes often still yet already soon later
    today tomorrow yesterday tonight morning evening night day week month year time minute minutes hour hours second
    thanks thank please welcome yeah yep yup nope nah sup dude guys guy man mate friend friends buddy everyone everybody
    someone somebody anyone anybody nobody nothing something anything everything go goes going gone went come comes
    coming came get gets getting got give gave given take took taken make made know knew known think thought see saw
    seen look looks looking watch find found want wanted need needs needed like liked love loved hate feel felt tell
    told say says said talk talking speak ask asked answer hear heard listen read write play playing played win won lose
    lost start started stop stopped wait waiting leave left join joined help helped try tried work works working worked
    use used eat ate eating drink sleep sleeping buy bought pay turn turned open close shut call called show run running
    kill killed die died dead live break broke fix fixed change changed keep kept put set send sent bring buff nerf
    game match round team shot damage level quest boss stuff thing things way place home house school job food dinner
    lunch breakfast water coffee beer money people person girl boy woman kid dad mom mum brother sister dog cat car phone
    screen sound music song movie show room door world life head hand eyes face name word words question problem idea
    fun funny happy sad tired hungry sick busy ready late early fast slow hard easy hot cold free full best better worse
    worst awesome amazing weird crazy stupid dumb lucky luck close near far away back around inside outside together
    alone against between because since until while before after though although without within through during than
    enough almost quite pretty kind bit lot lots else ever even well once twice whatever anyway whole half wanna gonna
    gotta kinda dunno lemme cya gn gm morning y'all ain't does muted unmute lag lagging screw damn hell god jesus birthday
    congrats congratulations careful shoot shooting mad annoying sounds seems means mean meant remember forgot forget
    believe guess hope wish understand matter care worry afternoon weekend monday tuesday wednesday thursday friday
    saturday sunday`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber wenn dass weil als wie nicht kein keine
    keinen keiner von zu im in am an auf für aus mit bei nach über unter vor hinter neben zwischen durch gegen ohne um
    bis seit während wegen ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein meine meinen meiner
    dein deine deinen sein seine unser unsere euer ihre dieser diese dieses jener wer was wann wo warum wieso weshalb
    welche welcher welches bin bist ist sind seid war waren warst gewesen sein habe hab hast hat haben hatte hatten
    gehabt werde wirst wird werden wurde würde würdest geworden kann kannst können konnte könnte könntest muss musst
    müssen musste soll sollst sollen sollte will willst wollen wollte darf darfst dürfen mag magst mögen möchte möchtest
    mach mache machst macht machen gemacht geh gehe gehst geht gehen gegangen ging komm komme kommst kommt kommen kam
    gekommen sag sage sagst sagt sagen gesagt seh sehe siehst sieht sehen gesehen weiß weißt wissen wusste denk denke
    denkst denken gedacht glaub glaube glaubst glauben find finde findest finden gefunden gib gibt geben gegeben nimm
    nehme nehmen genommen lass lasst lassen gelassen hör höre hörst hört hören gehört lies lese lesen schreib schreibe
    schreiben spiel spiele spielst spielt spielen gespielt zocken zockt zocke warte wartest warten wart frag frage
    fragen antwort helfen hilf hilfe brauche brauch brauchst brauchen kauf kaufen essen esse isst trinken trinke
    schlafen schlaf schlafe arbeiten arbeite arbeit lerne lernen liebe lieb liebst mag hasse versuch versuche versuchen
    ja nein nee nö ne doch jo jaja joa na naja ach achso aha tja hä boah ey alter digga digger leute junge mann krass
    geil hammer mega voll echt wirklich eigentlich vielleicht bestimmt wahrscheinlich natürlich klar genau stimmt richtig
    falsch gut guten gute guter gutes besser beste schlecht schlimm schön schöne schönen toll super groß große klein
    kleine neu neue alt alte lang kurz schnell langsam früh spät leicht schwer einfach nett lieb böse traurig müde
    hungrig krank fertig bereit frei voll leer heiß kalt warm billig teuer kaputt lustig komisch dumm blöd doof egal
    heute morgen gestern abend nachmittag mittag nacht tag tage woche monat jahr jahre uhr stunde stunden minute minuten
    sekunde zeit mal immer nie niemals manchmal oft wieder noch schon erst gerade jetzt gleich bald später dann danach
    vorher damals hier da dort drüben weg zurück rein raus hoch runter links rechts oben unten drin draußen zuhause
    hause haus schule essen wasser kaffee bier brot geld leben freund freunde freundin bruder schwester mutter vater
    mama papa kind kinder hund katze auto handy bild bildschirm ton musik lied film spiel runde sieg niederlage gegner
    schaden welt kopf hand name wort problem sache sachen ding dinge glück spaß lust ahnung angst fehler quatsch mist
    scheiße verdammt bitte danke dankeschön gern gerne hallo servus moin tschüss ciao grüß entschuldigung sorry herzlichen
    glückwunsch geburtstag willkommen auch nur sehr so ganz ziemlich etwas bisschen viel viele mehr weniger alle alles
    allen jeder jede jemand niemand nichts irgendwie irgendwas irgendwo andere anderen eins zwei drei vier fünf sechs
    sieben acht neun zehn halt eben einfach also trotzdem deshalb darum daran damit dafür dagegen davon dazu dabei
    worum womit wohin woher los geht's gehts gibt's hab's ist's nix net ned isch hoff hoffe hoffentlich schau schauen
    guck gucken kuck pass verstehe versteh verstehst verstanden vergessen verloren gewonnen gewinnen verlieren passiert
    stumm laut leise lauter leiser aufhören aufpassen anfangen fang montag dienstag mittwoch donnerstag freitag samstag
    sonntag wochenende feierabend`,
  fr: `le la les un une des du de au aux et ou mais si que qui quoi dont où ne pas plus jamais rien personne aucun aucune
    à en dans sur sous par pour avec sans chez vers entre contre depuis pendant avant après derrière devant je j tu il
    elle on nous vous ils elles me te se lui leur moi toi eux mon ma mes ton ta tes son sa ses notre nos votre vos leurs
    ce cet cette ces ça cela c'est c'était quel quelle quels quelles comment pourquoi quand combien suis es est sommes
    êtes sont étais était étaient été être serai sera serait ai as a avons avez ont avais avait aurai aura aurait eu avoir
    j'ai t'as t'es j'avais j'étais n'est n'ai n'a n'y d'accord d'abord l'ai l'air s'est qu'est qu'il qu'elle qu'on
    aujourd'hui vais vas va allons allez vont aller allé irai fais fait faites font faire faut peux peut pouvez peuvent
    pouvoir pourrait veux veut voulez veulent vouloir voudrais dois doit devez doivent devoir sais sait savez savent
    savoir vois voit voyez voir vu viens vient venez venir venu dis dit dites dire prends prend prendre pris mets met
    mettre mis donne donner parle parler pense penser crois croire trouve trouver cherche chercher regarde regarder
    écoute écouter entends entend entendre comprends comprend comprendre compris attends attend attendre attendez joue
    joues jouer jouez joué gagne gagné gagner perd perdu perdre mange manger mangé boire dormir dors dort travail
    travaille travailler aime aimes aimer adore déteste aide aider arrête arrêter arrêtez commence commencer finir fini
    finis laisse laisser tombe reste rester rentre rentrer sors sortir part partir pars passe passer oublie oublié
    oui ouais nan non si bof bah ben beh euh hein quoi voilà voila bon bonne bons bonnes bien mal mieux pire beau belle
    grand grande petit petite nouveau nouvelle vieux jeune gros gentil gentille méchant drôle marrant nul nulle génial
    géniale chouette incroyable énorme vraiment trop très assez peu beaucoup tout toute tous toutes même mêmes autre
    autres chaque plusieurs quelque quelques quelqu'un chose choses truc trucs machin gens mec mecs meuf gars pote potes
    ami amis amie copain copine frère frérot soeur sœur mère père maman papa enfant enfants fille fils homme femme chien
    chat voiture maison école boulot argent bouffe eau café bière pain temps jour jours journée matin soir soirée nuit
    après-midi midi semaine mois année an ans heure heures minute minutes seconde secondes hier demain maintenant bientôt
    tard tôt toujours souvent parfois encore déjà enfin alors donc puis ensuite aussi surtout seulement peut-être
    sûrement presque ici là là-bas dehors dedans loin près haut bas gauche droite partout ailleurs salut bonjour bonsoir
    coucou bienvenue merci mercii svp stp pardon désolé désolée excuse excusez félicitations bravo chance courage
    anniversaire joyeux joyeuse bisous bises rien tant pis grave sérieux sérieusement carrément exactement évidemment
    franchement normalement rapidement doucement vite lentement facile difficile prêt prête fatigué fatiguée malade faim
    soif peur froid chaud content contente triste seul seule ensemble jeu partie équipe ennemi tir coup vie mort jeux
    son micro écran musique chanson film vidéo problème question idée raison besoin envie merde putain zut mince flemme
    kiffe ouf relou lundi mardi mercredi jeudi vendredi samedi dimanche week-end deux trois quatre cinq six sept huit
    neuf dix allez-y vas-y on-y y'a ya`,
  es: `el la los las un una unos unas y e o u pero si que qué quien quién quienes cual cuál cuando cuándo donde dónde
    como cómo cuanto cuánto cuánta cuántos porque porqué no ni nunca jamás nada nadie ningún ninguno ninguna sí de del a
    al en con sin por para sobre bajo entre hasta desde hacia contra según durante tras yo tú él ella usted nosotros
    vosotros ellos ellas ustedes me te se le lo nos os les mí ti mi mis tu tus su sus nuestro nuestra vuestro este esta
    esto estos estas ese esa eso esos esas aquel aquella aquello soy eres es somos sois son era eras eran fui fue fueron
    sido ser sería estoy estás está estamos estáis están estaba estaban estado estar he has ha hemos habéis han había
    hay haber hubo habrá tengo tienes tiene tenemos tienen tenía tener ten hago haces hace hacemos hacen hice hizo hecho
    hacer haz voy vas va vamos vais van iba ir ido ve vete vámonos vengo vienes viene vienen venir ven venga puedo puedes
    puede podemos pueden poder podría quiero quieres quiere queremos quieren querer quería debo debes debe deben deber
    sé sabes sabe sabemos saben saber sabía digo dices dice dicen dijo decir dicho di veo ves vemos ven ver visto mira
    mirad doy das dan dar dame dime pongo pones pone poner puesto pon creo crees cree creer pienso piensas pensar
    entiendo entiendes entender entendido espero espera esperad esperar espérate busco buscar encontré encontrar oigo
    oyes oír oye escucho escucha escuchar hablo habla hablar juego juegas juega jugamos jugáis juegan jugar jugado gano
    gana ganó ganar ganado ganamos pierdo perdió perder perdido como comes come comer comida bebo beber duermo duerme
    dormir trabajo trabajas trabajar amo quieres gusta gustan gustaría encanta odio ayuda ayúdame ayudar empieza empezar
    termina terminar acabo acabar acabado dejo deja dejar dejad queda quedo quedar salgo sale salir entra entrar llego
    llega llegar llegué llevo lleva llevar paso pasa pasó pasar olvidé olvidado muerto murió vida vale venga bueno buena
    buenos buenas bien mal mejor peor malo mala grande gran pequeño pequeña nuevo nueva viejo joven guapo guapa bonito
    lindo feo gracioso raro rara loco loca tonto tonta fácil difícil rápido lento listo lista cansado cansada enfermo
    hambre sed miedo frío calor sueño feliz triste contento solo sola juntos muy mucho mucha muchos muchas poco poca
    más menos tan tanto todo toda todos todas algo alguien algún alguno alguna otro otra otros otras mismo misma cada
    cualquier demasiado bastante casi también tampoco además solamente siempre ahora ahorita luego después antes pronto
    tarde temprano hoy ayer mañana noche noches día días semana mes año años hora horas minuto minutos segundo rato vez
    veces todavía aún ya aquí acá ahí allí allá cerca lejos arriba abajo dentro fuera izquierda derecha hola adiós chao
    gracias graciaas favor perdón perdona disculpa disculpen bienvenido bienvenida felicidades enhorabuena cumpleaños
    suerte cuidado saludos besos abrazo tío tía tíos colega wey güey pana parce chicos chicas chico chica gente amigo
    amiga amigos hermano hermana madre padre mamá papá hijo hija niño niña hombre mujer perro gato coche carro casa
    escuela trabajo dinero agua café cerveza pan cena juego partida equipo enemigo tiro nivel misión pantalla sonido
    música canción película problema pregunta idea razón cosa cosas verdad mentira claro exacto cierto quizá quizás
    seguro obvio supuesto acuerdo ojalá mierda joder coño hostia carajo chévere guay genial increíble uno dos tres cuatro
    cinco seis siete ocho nueve diez lunes martes miércoles jueves viernes sábado domingo jaja jajaja jajajaja pues
    entonces así igual mientras aunque`,
  it: `il lo la i gli le l un uno una dei degli delle del dello della al allo alla ai agli alle dal dalla dai nel nella
    nei sul sulla sui con senza per tra fra su sotto sopra dopo prima contro verso e ed o ma se che chi cosa cos come
    quando dove dov'è quanto quanta quanti perché perchè non né mai niente nulla nessuno nessuna sì si io tu lui lei noi
    voi loro mi ti ci vi lo ne me te mio mia miei mie tuo tua tuoi suo sua suoi nostro nostra vostro questo questa questi
    queste quello quella quelli quel sono sei è siamo siete ero eri era eravamo stato stata essere sarà sarebbe sto stai
    sta stiamo state stanno stavo stare ho hai ha abbiamo avete hanno avevo aveva avuto avere avrei faccio fai fa
    facciamo fate fanno fatto fare vado vai va andiamo andate vanno andato andata andare vengo vieni viene veniamo venite
    vengono venuto venire posso puoi può possiamo potete possono potere potrei voglio vuoi vuole vogliamo volete vogliono
    volere vorrei devo devi deve dobbiamo dovete devono dovere so sai sa sappiamo sapete sanno sapere dico dici dice
    dicono detto dire dimmi vedo vedi vede vedere visto guarda guardate do dai dà dare dammi metto mettere messo penso
    pensi pensa pensare credo credi credere capisco capisci capito capire aspetto aspetta aspettate aspettare cerco cerca
    cercare trovo trovato trovare sento senti sente sentire sentito ascolta ascoltare parlo parla parlare gioco giochi
    gioca giochiamo giocate giocano giocare giocato vinco vinto vincere perso perdere mangio mangi mangiare mangiato bere
    bevo dormo dormi dormire lavoro lavori lavorare amo ami piace piacciono piaciuto odio aiuto aiutami aiutare inizia
    iniziare finito finire lascia lasciare lasciate resta restare esco esci uscire entra entrare arrivo arrivi arriva
    arrivare arrivato porta portare passa passare dimenticato morto morta vita boh beh mah dai vabbè vabbe va bene
    benissimo male meglio peggio buono buona buoni bello bella belli bel brutto brutta grande piccolo piccola nuovo nuova
    vecchio giovane carino carina simpatico strano strana pazzo matto scemo stupido facile difficile veloce lento pronto
    pronta stanco stanca malato fame sete paura freddo caldo sonno felice triste contento contenta solo sola insieme
    molto molta molti tanto tanta tanti poco poca più meno troppo tutto tutta tutti tutte qualcosa qualcuno qualche altro
    altra altri stesso stessa ogni quasi anche anch'io neanche nemmeno pure proprio davvero veramente forse certo certo
    sicuro sicuramente ovviamente esatto giusto giusta sbagliato sbagliata sempre spesso ancora già ora adesso poi subito
    presto tardi oggi ieri domani stasera stamattina mattina pomeriggio sera notte giorno giorni settimana mese anno anni
    ora ore minuto minuti secondo attimo momento volta volte qui qua lì là vicino lontano dentro fuori sinistra destra
    ciao salve buongiorno buonasera arrivederci grazie prego scusa scusate scusami perdono benvenuto benvenuta auguri
    complimenti bravo brava bravi fortuna attento attenti ragazzi ragazze ragazzo ragazza gente amico amica amici
    fratello sorella madre padre mamma papà figlio figlia bambino uomo donna cane gatto macchina casa scuola soldi acqua
    caffè birra pane cena pranzo partita squadra nemico tiro colpo livello schermo suono musica canzone film problema
    domanda idea ragione cosa cose roba verità vero falso insomma allora quindi però invece mentre comunque cioè infatti
    ecco merda cazzo cavolo minchia che figata figo figa fico uno due tre quattro cinque sei sette otto nove dieci lunedì
    martedì mercoledì giovedì venerdì sabato domenica c'è c'era cos'è dov'è com'è l'ho l'hai un'altra un'altro d'accordo
    andiamocene ahah ahaha ahahah`,
  pt: `o a os as um uma uns umas e ou mas se que quê quem qual quais quando onde como quanto quanta quantos porque porquê
    não nem nunca jamais nada ninguém nenhum nenhuma sim de do da dos das em no na nos nas num numa ao à aos às com sem
    por pelo pela para pra pro pras sobre entre até desde contra durante após eu tu você vocês ele ela nós eles elas me
    te lhe se mim ti meu minha meus minhas teu tua seu sua seus suas nosso nossa este esta isto esse essa isso esses essas
    aquele aquela aquilo sou és é somos são era eras eram fui foi foram sido ser seria estou tô está tá estamos tamos
    estão tão estava tava estavam estado estar tenho tens tem temos têm tinha ter tido há haver houve faço fazes faz
    fazemos fazem fiz fez feito fazer vou vais vai vamos vão ia ir ido venho vens vem vêm vim vir posso podes pode podemos
    podem poder podia poderia quero queres quer queremos querem querer queria devo deve devem dever sei sabes sabe sabem
    saber sabia digo dizes diz dizem disse dizer dito fala falar falou falo vejo vês vê vemos ver visto olha olhem dou
    dás dá dão dar deu dê ponho põe pôr colocar coloca acho achas acha achar achei penso pensa pensar entendo entende
    entendi entender espera espere esperem esperar procuro procurar encontrei ouço ouve ouvir escuta escutar jogo jogas
    joga jogamos jogam jogar jogou ganhei ganhou ganhar perdi perdeu perder como come comer comida bebo beber durmo dorme
    dormir trabalho trabalhas trabalhar amo gosto gosta gostei gostar adoro odeio ajuda ajudar ajude começa começar
    termina terminar acabou acabei acabar deixa deixar deixem fica ficar ficou fico saio sai sair entra entrar entrou
    chego chega chegar chegou cheguei levo leva levar passo passa passar passou esqueci esquecer morri morreu morto vida
    bom boa bons boas bem mal melhor pior mau má ruim grande pequeno pequena novo nova velho jovem bonito bonita lindo
    linda feio engraçado estranho louco louca maluco doido burro bobo fácil difícil rápido devagar lento pronto pronta
    cansado cansada doente fome sede medo frio calor sono feliz triste sozinho sozinha juntos muito muita muitos muitas
    pouco pouca mais menos tão tanto tudo toda todo todos todas algo alguém algum alguma outro outra outros mesmo mesma
    cada qualquer demais bastante quase também além só apenas sempre agora logo depois antes cedo tarde hoje ontem amanhã
    manhã noite dia dias semana mês ano anos hora horas minuto minutos segundo vez vezes ainda já aqui aí ali lá perto
    longe cima baixo dentro fora esquerda direita oi olá tchau adeus obrigado obrigada brigado valeu vlw favor desculpa
    desculpe perdão licença bem-vindo parabéns aniversário sorte cuidado abraço abraços beijo beijos saudade saudades cara
    mano galera gente pessoal moço moça menino menina amigo amiga amigos irmão irmã mãe pai filho filha homem mulher
    cachorro gato carro casa escola dinheiro água café cerveja pão jantar almoço partida time equipe inimigo tiro nível
    fase tela som música filme problema pergunta ideia razão coisa coisas verdade mentira claro certo exato talvez certeza
    óbvio merda porra caralho droga caramba nossa poxa eita ué né legal massa bacana maneiro demais incrível top um dois
    três quatro cinco seis sete oito nove dez segunda-feira terça-feira sexta-feira sábado domingo então assim igual
    enquanto embora tipo daí beleza blz tranquilo firmeza bora simbora partiu kkk kkkk kkkkk kkkkkk rs rsrs hahaha`,
}

const known: ReadonlyMap<string, readonly LatinCode[]> = (() => {
  const languages = new Map<string, LatinCode[]>()
  for (const code of LATIN) {
    for (const word of new Set(WORDS[code].split(/\s+/))) {
      if (!INTERNATIONAL.has(word)) languages.set(word, [...(languages.get(word) ?? []), code])
    }
  }
  return languages
})()
