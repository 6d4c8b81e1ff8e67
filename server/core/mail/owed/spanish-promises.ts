/** How Spanish promises. Grouped by kind; where the words alone could tell of anything, a day ahead or the reader decides. */
import { mayBe } from "./in-language.ts";
import { wholeWords } from "./whole-words.ts";

/** What has none of these words is not looked at. */
export const isSpanish = mayBe(
  "es",
  /[¿¡ñ]|(?<!\p{L})(?:yo|te|le|les|os|lo|la|los|las|el|se|nos|me|mi|tu|su|sus|tus|vuestr\p{L}+|usted(?:es)?|que|por|para|con|del|una?|hola|hay|a|si|hoy|puede[ns]?|podéis|de|en|está[ns]?)(?!\p{L})|\p{L}(?:ré|remos|rán?|rás|me|nos)(?!\p{L})/iu,
);

/** A day that is still to come, however loosely it is named. */
export const AHEAD_IN_SPANISH = String.raw`(?:mañana|pasado mañana|hoy|esta (?:misma )?(?:tarde|noche|mañana|semana)|este (?:mismo )?(?:lunes|martes|miércoles|jueves|viernes|fin de semana|mes)|ahora mismo|enseguida|en seguida|cuanto antes|lo antes posible|a la mayor brevedad|en breve|próximamente|pronto|sin falta|luego|después|más tarde|a más tardar|antes (?:de|del)|(?:la|durante la|en la|esta) (?:semana que viene|próxima semana)|(?:a lo largo|en el transcurso|en el curso|dentro|en el plazo) de(?:l)?|en (?:los próximos|las próximas|un plazo|el plazo|unos|unas|un par|\d+|dos|tres|una hora|un rato)|a (?:principios|finales|mediados|primera hora|última hora) ?(?:de)?|(?:para|hasta) (?:el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|próximo|\d)|la (?:semana|próxima)|finales|principios|mañana|pasado)|una vez|en cuanto|tan pronto|(?:el |este |para el )?(?:próximo )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:el|del|día) \d{1,2}|sobre las \d+|a las \d+)`;
const AHEAD = wholeWords(AHEAD_IN_SPANISH);
const LATER = wholeWords(
  "por supuesto|claro|desde luego|sin coste|a la vuelta|por (?:mi|nuestra) parte|tal y como acordamos|como (?:acordamos|quedamos|hablamos|te dije|le dije)|mientras tanto|para ti|para usted|para ustedes|para vosotros",
);

/** What does not happen, hangs on something or is so every time. */
const UNBOUND = wholeWords(
  "no|nunca|jamás|si|siempre|cada|todos los|todas las|normalmente|habitualmente|por lo general|generalmente|suel[eo]\\p{L}*|a menudo|adjunto|adjunta|adjuntos|adjuntas|aquí|ayer|la semana pasada|el año pasado|la última vez|podría\\p{L}*|sería\\p{L}*|gustaría\\p{L}*|debería\\p{L}*",
);
const PRONOUN = "(?:(?:me|te|le|les|os|se|nos|lo|la|los|las) ){0,2}";
/** What follows these is no promise but a condition or a wish. */
const NOT_WISHED = String.raw`(?<!(?<!\p{L})(?:que|cuando|cuanto|ojalá|como|quizás?|tal vez) (?:${PRONOUN})?)`;
/** What one will be, have, know or be able to do, and what only thanks. */
const STATES =
  "(?:ser|estar|tendr|podr|habr|querr|sabr|ver|deber|agradecer|esperar|recordar|echar|quedar|volver a ver|celebrar|alegrar|necesitar|preferir|volver|ir|entender|creer|supon|dispon)";
/** What one does for the reader, in the present. */
const HANDS_OVER =
  "cuento|contamos|digo|decimos|comento|comentamos|aviso|avisamos|envío|enviamos|mando|mandamos|remito|remitimos|reenvío|reenviamos|paso|pasamos|llamo|llamamos|traigo|traemos|llevo|llevamos|dejo|dejamos|devuelvo|devolvemos|guardo|guardamos|reservo|reservamos|apunto|apuntamos|" +
  "preparo|preparamos|busco|buscamos|cambio|cambiamos|monto|montamos|respondo|respondemos|contesto|contestamos|informo|hago|hacemos|pago|pagamos|abono|abonamos|ingreso|ingresamos|echo|echamos|doy|damos|pido|pedimos|confirmo|confirmamos|facilito|facilitamos|ayudo|arreglo|arreglamos|cierro|adelanto|adelantamos|organizo|organizamos|gestiono|gestionamos|resuelvo|resolvemos|miro|miramos|reviso|revisamos|consulto|consultamos|compruebo|comprobamos|pregunto|preguntamos|firmo|firmamos|compro|compramos|recojo|recogemos|subo|subimos|bajo|instalo|instalamos|entrego|entregamos|termino|terminamos|acabo|acabamos|empiezo|empezamos|redacto|redactamos|corrijo|corregimos|hablo|hablamos|voy|vamos|vengo|venimos|salgo|tramito|tramitamos|valoro|valoramos|estudio|estudiamos";

const PROMISES: readonly RegExp[] = [
  // The future, whatever is done.
  new RegExp(
    String.raw`${NOT_WISHED}(?<!\p{L})(?!${STATES}(?:é|emos)(?!\p{L}))(?!queremos|esperemos|(?:mir|prepar|compr|retir|mejor|consider|recuper|cerr|entr|compar|espér|declar|separ|tir|aclar|valor|asegur|integr|logr)emos(?!\p{L}))\p{L}{1,}[aei]r(?:é|emos)(?!\p{L})|${NOT_WISHED}(?<!\p{L})(?:pondr|vendr|saldr|har|dir)(?:é|emos)(?!\p{L})`,
    "iu",
  ),
  // "Hablo con Sonia y te cuento": the one hangs on the other.
  new RegExp(
    String.raw`(?<!\p{L})(?:lo |la |los |las |le |les |me |yo )?(?:${HANDS_OVER}|leo|echo|veo|vemos|quedo|pienso|calculo|calculamos) [^;:?!]{0,80} y (?:ya |luego |después |mañana |hoy )?(?:te|le|les|os|se) (?:lo |la |los |las )?(?:${HANDS_OVER})(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    String.raw`me (?:encargo|ocupo|pongo|comprometo)|(?:iré|iremos) \p{L}+ndo|nos (?:encargamos|ocupamos|ponemos|comprometemos|encargaremos|ocuparemos)|(?:me he|nos hemos) comprometido a|(?:corre|corren|va) (?:de mi|de nuestra|por mi|por nuestra) cuenta|(?:me|nos) (?:lo|la) (?:apunto|apuntamos|miro)|(?:ya )?(?:estoy|estamos|me he puesto|nos hemos puesto) (?:con ello|en ello|con lo (?:tuyo|suyo|vuestro))|(?:te|le|les|os) (?:prometo|prometemos|mantendré|mantendremos|mantengo|mantenemos) (?:\p{L}+ )?\p{L}+|déja(?:lo|melo|noslo) (?:en mis manos|a mí)|cuenta (?:conmigo|con ello)|dalo por hecho|procedemos a|quedo en (?:enviar|llamar|avisar|confirmar|pasar|mandar)\p{L}*|quedamos en que (?:yo |nosotros |[^\s]+ )*(?:${HANDS_OVER}|voy|vamos|me|nos|te|le|os)`,
  ),
  // "Yo adelanto el dinero", "de eso me ocupo yo".
  /(?:^|[,;] |(?<!\p{L})(?:y|pero|así que|entonces) )yo (?:me |te |le |les |os |lo |la |se )*(?!(?:creo|pienso|opino|tengo|estoy|soy|quiero|puedo|veo|digo|sé|prefiero|entiendo|supongo|también|no|siento|espero|necesito|recuerdo|vivo|trabajo|uso|conozco|hago lo mismo|propongo|diría|mismo|como|solo|sólo)(?!\p{L}))\p{L}{2,}(?:o|oy) (?!que(?!\p{L}))/iu,
  new RegExp(
    String.raw`(?<!\p{L})(?:voy|vamos) a (?:${PRONOUN})?(?!(?:ver|ser|estar|tener|poder|necesitar|saber|decir|vernos|ir)(?!\p{L}))\p{L}+(?:ar|er|ir)(?:te|le|les|os|se|lo|la|los|las|selo|telo|sela|tela)?(?!\p{L})(?=.*(?<!\p{L})(?:${AHEAD_IN_SPANISH}|te|le|les|os|tu|su|con|la|el|los|las)(?!\p{L}))`,
    "iu",
  ),
];
/** What is promised when it is said of a day, or as a matter of course. */
const ON_A_DAY: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:te|le|les|os|se|lo|la|los|las|nos|me) (?:(?:lo|la|los|las) )?(?:${HANDS_OVER}|pongo|ponemos|acerco|encargo)(?! lo que)(?!\p{L})`,
    "iu",
  ),
  // "Los equipos se devolverán antes de fin de año", "la entrega está prevista para mañana".
  wholeWords(
    String.raw`se (?:le |les |te |os )(?:lo |la |los |las )?\p{L}{2,}(?:ará|erá|irá|arán|erán|irán|hará|harán)|se (?:devolver|enviar|entregar|remitir|mandar|abonar|pagar|instalar|realizar|tramitar|facturar|reembolsar|comunicar|confirmar|informar|reparar|revisar|sustituir|repon|proceder|ingresar|har)(?:á|án)|(?:la|el|los|las|su|tu) \p{L}*(?:entrega|envío|pago|transferencia|instalación|montaje|respuesta|factura|presupuesto|devolución|reembolso|abono|recogida|pedido|material|visita|reparación)\p{L}*(?: [^\s.,;:?!]+){0,6} (?:está previst[oa]|están previst[oa]s|se hará|se realizará|saldrá|sale|será|llegará|tendrá lugar|se efectuará|se hace)`,
  ),
  // The reader will have it.
  wholeWords(
    "(?:tendrás|tendréis|recibirás|recibiréis|(?:le|te|os|les) llegarán?|usted(?:es)? (?:tendrán?|recibirán?))",
  ),
  new RegExp(
    String.raw`^(?:${AHEAD_IN_SPANISH}(?: días| horas| semanas| mes| mismo| que viene| de [^\s,]+){0,3}),? (?:ya )?(?:tendrán?|recibirán?)(?!\p{L})`,
    "iu",
  ),
  // One comes: "el jueves vamos dos y te montamos los muebles", "estoy con lo tuyo, mañana te lo mando".
  wholeWords(
    `(?:voy yo|vamos (?:los )?(?:dos|tres)|me paso|nos pasamos|paso yo|pasamos nosotros|(?:paso|pasamos) por (?:allí|ahí|(?:tu|su|vuestr[oa]|el|la) (?:obra|oficina|tienda|taller|despacho|almacén|casa|nave|local))|(?:te|le|os|les) (?:veo y|llevo y))`,
  ),
];
const NOBODY_HAS_IT = wholeWords("oportunidad|derecho|posibilidad|ocasión|acceso|descuento|premio");
/** "Le confirmo la visita": it is done by being said, unless it is to come. */
const CONFIRMS = wholeWords("(?:te|le|les|os)? ?(?:confirmo|confirmamos)");
const CONFIRMS_LATER = wholeWords(
  "(?:lo|la|los|las) (?:confirmo|confirmamos)|mañana|en cuanto|luego|cuando|hoy mismo|esta (?:tarde|semana)|en breve|la semana que viene|pronto|(?:confirmo|confirmamos) (?:el (?:lunes|martes|miércoles|jueves|viernes))|y te|y le",
);
export const onlyConfirmsInSpanish = (sentence: string): boolean =>
  CONFIRMS.test(sentence) &&
  !CONFIRMS_LATER.test(sentence) &&
  !/^(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes)(?!\p{L})/iu.test(sentence);
/** "Te paso lo que hablamos", "adjunto le envío": it is here already. */
const IS_HERE = wholeWords(
  "adjunt[oa]s? (?:te|le|les|os)|(?:te|le|os|les) (?:adjunto|adjuntamos|paso lo que|dejo (?:aquí|por aquí|abajo))",
);
const TO_COME = wholeWords(AHEAD_IN_SPANISH);
export const isHereInSpanish = (sentence: string): boolean => IS_HERE.test(sentence) && !TO_COME.test(sentence);

export const promisesInSpanish = (sentence: string): boolean =>
  isSpanish(sentence) &&
  !UNBOUND.test(sentence) &&
  (PROMISES.some((turn) => turn.test(sentence)) ||
    ((AHEAD.test(sentence) || LATER.test(sentence)) &&
      !NOBODY_HAS_IT.test(sentence) &&
      ON_A_DAY.some((turn) => turn.test(sentence))));

const WILL_DO =
  "contactar|enviar|llamar|telefonear|dar|remitir|mandar|facilitar|avisar|confirmar|entregar|informar|visitar|pasar|explicar|responder|contestar|atender|escribir|traer|llevar|devolver|mostrar|presentar|ayudar|preparar|acompañar|recibir|recoger|har|dir";
const THIRD: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?!(?:que|esto|eso|no|lo|se|nada)(?!\p{L}))\p{L}{2,}\.? (?:le|les|te|os|nos|me|la|lo) (?:(?:lo|la|los|las) )?(?:${WILL_DO})(?:á|án)(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    "se (?:pondrá|pondrán) en contacto (?:con|contigo)|se (?:encarga|encargará|ocupa|ocupará) (?:de|del|\\p{Lu}\\p{L}+)|(?:vendrá|vendrán|pasará|pasarán|irá|irán) (?:\\p{L}+ ){0,2}(?:mañana|hoy|el (?:lunes|martes|miércoles|jueves|viernes|sábado)|a primera hora|a verl[oae])|(?:correrá|correrán) con (?:sus|tus|vuestros|los) gastos",
  ),
];
export const promisesForThirdInSpanish = (sentence: string): boolean =>
  isSpanish(sentence) && !UNBOUND.test(sentence) && THIRD.some((turn) => turn.test(sentence));
