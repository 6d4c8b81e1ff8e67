/** How Spanish asks and offers. Grouped by kind. */
import { AHEAD_IN_SPANISH, isSpanish } from "./spanish-promises.ts";
import { wholeWords } from "./whole-words.ts";

const YOURS = "(?:su|sus|tu|tus|vuestr\\p{L}+|de usted|de ti)";
/** How an imperative with its pronoun begins: "indíc-anos", "díga-me". */
const TELL_US =
  "env[ií]|mánd|pás|confírm|avís|indíc|indíqu|remít|facilít|revís|fírm|complét|compruéb|tráe|tráig|adjúnt|respónd|contést|devuélv|prepár|resérv|díg|hág|téng|recuérd|pregúnt|pón|póng|explíc|explíqu|cuént|búsc|déj|propón|propóng|lláme?|concrét|sugiér|detáll|apórt|present|házme|enséñ|ayúd|guárd|apúnt|reenví|véndan|sír?v|ténga|hágan|dígan|llámen|acláre?|acláran|repít";

const ASKS: readonly RegExp[] = [
  // What is begged for, however politely.
  /(?<!\p{L})(?:(?:le|les|te|os) )?(?:ruego|rogamos|solicito|solicitamos|(?<=(?:le|les|te|os) )(?:pido|pedimos)|pido que|pedimos que|agradecería|agradeceríamos|agradeceré|agradeceremos|agradezco|agradecemos|encarezco|insto|instamos)(?! (?:que )?(?:disculpas?|disculpen?|perdón|perdonen?|ignoren?|no |que no|se abstenga|paciencia|comprensión|su (?:visita|confianza|interés|colaboración|atención|tiempo|llamada)|tu |los servicios|las molestias|mucho|de antemano|todo|por))(?: a \p{L}+)? (?:(?:nos|me|que|se|si|lo|la|el|un|una|acuse|su|tu|a todos|encarecidamente|por favor)(?!\p{L})|\p{L}+(?:ar|er|ir)(?:nos|me|lo|la)?(?!\p{L}))/iu,
  wholeWords(String.raw`se (?:ruega|solicita|agradecería) (?!no |disculp|silencio|a los usuarios)\p{L}+`),
  /^(?!.*(?<!\p{L})(?:no (?:responda|conteste|respondas|contestes)|disculp\p{L}*|paciencia)(?!\p{L})).*(?<!\p{L})(?:por favor|por fa|porfa|porfi|porfis|porfavor)(?!\p{L})/iu,
  // The imperative, with its pronoun behind: "indícanos", "háganos saber"; the accent tells it.
  new RegExp(String.raw`(?<!\p{L})(?:${TELL_US})(?:a|e|en|an|ed)?(?:me|nos|selo|sela)(?:l[oa]s?)?(?!\p{L})`, "iu"),
  /(?:^|[.;,:] |(?<!\p{L})(?:y|pero|o|así que|entonces) )(?:dame|dime|ponme|tenme|danos|dinos|dadme|decidme|decidnos|pasadme|pasadnos|mandadme|mandadnos|enviadme|enviadnos|avisadme|hazme|haznos|hacedme|tráeme|confirmadme)(?!\p{L})/iu,
  /^(?:y |pues |entonces |también |además |mientras tanto,? |recuerda:? |\p{Lu}\p{L}+, ){0,2}(?:avisa|acuérdate|acuérdese|acordaos|no (?:te|se|os) (?:olvides?|olvidéis) (?:de )?|no olvid\p{L}+ |recuerda|recuerde|recordad|procura|procure|intenta|intente|intentad|trata de|trate de|asegúrate|asegúrese|aseguraos|echa(?:le|d)? un|échale un|pregunta|pregúntale|ve \p{L}+ndo|vete \p{L}+ndo|id \p{L}+ndo|mira (?:a ver )?si|mírate|pasa|manda|envía|trae|deja|pide|reserva|revisa|confirma|firma|prepara|responde|contesta|imprime|imprimid|llama|busca|apunta|ten|tenga|tengan|compruebe|comprueben|comprueba|comprobad|indique|indiquen|envíe|envíen|remita|remitan|confirme|confirmen|complete|completen|rellene|rellenen|firme|firmen|revise|revisen|revisad|traiga|traigan|facilite|faciliten|adjunte|adjunten|avise|avisen|avisad|actualice|actualicen|aporte|aporten|prepare|preparen|conserve|devuelva|devuelvan|mandad|enviad|pasad|poned|dejad|rellenad|confirmad|preparad|traed) (?!(?:el|la) (?:que|verdad)(?!\p{L}))(?:\p{L}|\d)(?!.*(?<!\p{L})(?:descuent\p{L}*|oferta|gratis|promoción|ganar?)(?!\p{L}))/iu,
  // What is needed or missing, and what has to be.
  new RegExp(
    String.raw`^(?=.*(?<!\p{L})(?:${AHEAD_IN_SPANISH}|${YOURS}|que (?:me|nos|te|usted|lo|la|el)|urgente\p{L}*)(?!\p{L})).*(?<!\p{L})(?<!(?<!\p{L})(?:no|si) )(?:necesito|necesitamos|necesitaría|necesitaríamos|preciso|precisamos)(?! (?:\p{L}+ ){0,2}(?:tiempo|días|horas|descansar|vacaciones))(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    String.raw`(?:nos|me) (?:falta|faltan|faltaría|faltarían) (?!(?:poco|tiempo|palabras|las palabras|nada|mucho|unos|ganas|días|horas)(?!\p{L}))\p{L}+|(?:nos|me) (?:haría|harían|hace|hacen) falta (?!(?:tiempo|mucho)(?!\p{L}))\p{L}+|(?:es|sería|resulta) (?:\p{L}+ )?(?:necesario|imprescindible|preciso|importante|conveniente|urgente|obligatorio) que (?!no )\p{L}+|(?:me|nos) (?:urge|corre prisa|urgen)|(?:me|nos) vendría (?:muy |genial|bien|de perlas)\p{L}*(?: \p{L}+)+`,
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:deberá|deberán|debes|debe|deben|(?<!no )(?:tienes que|tiene que|tienen que|tenéis que)|debéis)(?: usted)? (?:${"aport|remit|env|present|firm|complet|rellen|confirm|mand|entreg|devolv|envi|abon|pag|facilit|indic|actualiz|acredit|adjunt|subsan|avis"})\p{L}*(?:ar|er|ir|nos|me)(?:nos|me|lo|la|le)?(?!\p{L})|(?<!\p{L})(?:debe|deben|deberá|deberán|tiene que|tienen que|ha de|han de) (?:abonarse|pagarse|enviarse|entregarse|presentarse|firmarse|estar|quedar|llegar)(?=.*(?<!\p{L})(?:${AHEAD_IN_SPANISH})(?!\p{L}))|(?<!\p{L})(?:hay que|habría que|habrá que|tendríamos que|tendrías que|tendría que|deberíamos|convendría|urge) \p{L}+(?=.*(?<!\p{L})(?:${AHEAD_IN_SPANISH})(?!\p{L}))`,
    "iu",
  ),
  // What one would like to know or to have.
  wholeWords(
    String.raw`(?:me|nos) (?:gustaría|encantaría|interesaría|interesa|vendría bien) (?:mucho |también |además )*(?:saber|recibir|tener|conocer|que|contar con|concertar|reservar|quedar|ver el|un|una|el|la)|(?:quisiera|querría|quisiéramos|querríamos|me gustaría) (?:\p{L}+ ){0,2}(?:saber|preguntar\p{L}*|recibir|pedir\p{L}*|confirmar si|conocer|reservar|encargar|contratar|que (?:me|nos)|concertar|solicitar)|(?:no sé|me pregunto|dudo|no me queda claro|falta (?:por )?saber|está por ver) (?:si|cuándo|cómo|qué|quién|cuál) (?:tú|usted|vosotros|podrás|podrá|puedes|puede|vas|va|vienes|viene|hay que|lo|la|os|te|le)`,
  ),
  wholeWords(
    String.raw`(?:te|le|les|os) (?:recuerdo|recordamos|quería recordar|escribo para recordarle) (?:que|la|el|lo)|(?:seguimos|sigo|estamos|estoy|quedo|quedamos) (?:\p{L}+ )?(?:a la espera|pendientes?|esperando) (?:de )?(?:que (?:me|nos)|${YOURS})|(?:tienes|tiene|tenéis|tienen|tenemos) pendiente (?:de )?\p{L}+|aún no (?:hemos|he) recibido (?:${YOURS}|respuesta|el pago|la factura)|todavía no (?:hemos|he) recibido (?:${YOURS}|respuesta|el pago|la factura)`,
  ),
  /^(?:hola,? |solo |sólo |pues )*(?:quería|queríamos|quisiera|quisiéramos) (?:saber|preguntar\p{L}*|pedir\p{L}*|confirmar|consultar\p{L}*|reservar|encargar)(?!\p{L})/iu,
  /(?<!\p{L})(?:el|la|los|las|mi|nuestr[oa]) \p{L}+ (?:necesita|necesitan|espera|esperan) (?!que |más )[^.;?!]{2,60}(?:mañana|hoy|antes del? \S|para (?:el|mañana)|a más tardar)/iu,
  /^(?:a ver si|a ver cuándo|a ver si me|lo ideal sería que|estaría bien que|sería (?:bueno|genial|estupendo|ideal|perfecto) que|mejor si|ojalá puedas?) (?:me |nos |lo |la |te )?(?:puedes?|pueden|podéis|podemos|pudieras?|pudieran?|pudierais|\p{L}+(?:aras?|ieras?|aran|ieran|arais|ierais)|quedamos|hablamos|nos vemos)(?!\p{L})/iu,
  /^(?:una |otra |última |mi )?(?:duda|pregunta|consulta|cosita|petición) ?(?:rápida|más)? ?: ?\p{L}/iu,
];

export const asksInSpanish = (sentence: string): boolean =>
  isSpanish(sentence) && ASKS.some((turn) => turn.test(sentence));

/** Nobody waits for an answer to these. */
export const SPANISH_OFFERS: readonly RegExp[] = [
  /(?<!\p{L})(?:no dude[ns]?|no dudéis|(?:si|ante) (?:tiene[ns]?|tenéis|hay|surge|le surge|te surge|cualquier) (?:[^\s.;?!]+ ){0,4}(?:dudas?|preguntas?|consultas?|problemas?)|cualquier (?:duda|consulta|cosa)|quedo a (?:su|tu|vuestra) (?:entera )?disposición|quedamos a (?:su|tu|vuestra) (?:entera )?disposición)(?!\p{L})/iu,
  /^¿?(?:tiene[ns]?|tenéis|alguna) (?:alguna |más |otras )?(?:dudas?|preguntas?|consultas?)(?: [^?]{0,60})?\?$|(?<!\p{L})(?:no (?:responda|responder|respondas|conteste|contestar) a (?:este|esta)|(?:ignoren?|desestimen?|hagan? caso omiso))(?!\p{L})/iu,
  /^si (?:[^\s,]+ ){0,8}(?:no|algo|quieres?|quiere|prefieres?|prefiere|necesitas?|necesita|hace falta|cambias?|interesa|alguna)(?!\p{L})[^?]*,[^?]*(?:av[ií]s|d[ií]|llám|llam|escr[ií]b|contact|cámb|cuént|conmigo)[^?]*$/iu,
  /^¿?(?:hola,? )?(?:(?:qué|cómo) (?:tal|estás?|está usted|estáis|están|va todo|te va|le va|andas|ha ido el|fue el fin|van? las)|todo bien)(?!\p{L})[^?]*\?$/iu,
  // What advertising asks, and what it tells everybody.
  /^¿?(?:todavía no|aún no|sabías|sabía usted|quieres (?:ahorrar|ganar|mejorar|saber|aprender|vender)|te (?:imaginas|apuntas a ganar)|buscas|cansado|cansada|quién no|a qué esperas|te lo vas a perder|listo para|lista para|por qué (?:no|conformarse)|conoces (?:ya )?nuestr\p{L}+)(?!\p{L})(?! (?:he|hemos|nos|me|sé|sabemos))[^?]*\?$/iu,
  /^¡?(?:consigue|aprovecha|aproveche|descubre|descubra|disfruta|disfrute|ven|visita|visite|suscríbete|descárgala|descárgate|descarga|compra|ahorra|entra|haz clic|regístrate|apúntate|participa|gana|no te (?:quedes sin|lo pierdas))(?!\p{L})/iu,
];
