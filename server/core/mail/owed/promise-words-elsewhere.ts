/** A word with its end, where `\b` does not know the letters. */
const word = (before: string, verbs: string, after: string): RegExp =>
  new RegExp(`${before}(?:${verbs})${after}`, "iu");
const BEGINS = String.raw`(?:^|[\s,(«"])`;
const ENDS = String.raw`(?=$|[\s,.!;)»"])`;

/** How a writer promises in languages other than English and Ukrainian: by verbs whose first person says what will be done. */
export const PROMISES_ELSEWHERE: readonly RegExp[] = [
  // German, also with the verb in front: "Morgen rufe ich Sie an", "Sie erhalten das Angebot bis Freitag".
  /\bich (werde|schicke|sende|rufe|melde mich|kümmere mich|gebe|bringe|prüfe|kläre|leite|erledige|bereite|liefere|bestätige|mache das|reiche|stelle|lasse Ihnen|komme (darauf|auf Sie)|versuche|schaue|frage(?! mich))\b/iu,
  /\b(schicke|sende|melde|gebe|kläre|prüfe|rufe|bringe|leite|erledige|liefere|bestätige|reiche|frage) ich\b(?! mich\b)/iu,
  /\b(schicken|senden|melden|geben|klären|prüfen|rufen|bringen|leiten|liefern|bestätigen|reichen) wir\b/iu,
  /\bwir (werden|schicken|senden|rufen|melden uns|kümmern uns|geben|prüfen|klären|liefern|bestätigen|kommen (darauf|auf Sie)|reichen|stellen Ihnen|lassen Ihnen)\b/iu,
  /\b(Sie|du) (erhalten|erhältst|bekommen|bekommst)\b.*\b(bis|morgen|heute|noch|in Kürze|nächste[nr]?|kommende[nr]?|am|von (mir|uns)|in den nächsten)\b/iu,
  /\b(erhalten|bekommen) Sie\b(?=.*\b(bis|morgen|heute|in Kürze|nächste[nr]?|kommende[nr]?|am (\d+\.|\p{L}+tag|mittwoch)|von (mir|uns)|in den nächsten)\b)(?!.*\bwenn\b)|\b(erhältst|bekommst) du\b(?=.*\b(bis|morgen|heute|von (mir|uns))\b)/iu,
  /\b(ich|wir) kommen?\b.*\bauf (Sie|dich|euch) (zu|zurück)(?=[\s.,!]|$)/iu,
  /\bich sag(e|s)? (Ihnen|dir|euch)\b.*\bBescheid\b|\bgeh(t|en) (Ihnen|dir|euch)\b.*\bzu(?=[\s.,!]|$)/iu,
  /\b(folgt|folgen)\b.*\b(morgen|in Kürze|separat|heute|nächste Woche|bis)\b|\bwird erledigt\b/iu,
  /\b(trage|lege|lade|hole|buche|reserviere|organisiere|besorge|maile|überweise|unterschreibe|aktualisiere|korrigiere|ergänze|vereinbare|scanne|drucke|verschicke|versende|überarbeite|bezahle|zahle|storniere|installiere|informiere|bespreche|erstelle|hake) ich\b(?! (mir|uns|immer)\b)|\bich (trage|lege|lade|hole|buche|reserviere|organisiere|besorge|maile|überweise|unterschreibe|aktualisiere|korrigiere|ergänze|vereinbare|scanne|verschicke|versende|überarbeite|storniere|erstelle) (es|das|die|den|das|alles|Ihnen|dir|euch|dann|gleich|noch|morgen|heute)\b/iu,
  /^(?:(?:ja|klar|gerne?|ok|okay|alles klar|gut|super)[,.!]? )?(?:mach(?:e|en)? (?:ich|wir)(?! mir| uns)\b|(?:ich )?bin dran\b|(?:schicke?|sende?|gebe?|rufe?|leite?|bringe?) (?:Ihnen|dir|euch|Sie|dich) (?!bitte\b)|(?:melde?|kümmere?) mich\b|schaue? (?:ich )?mir (?:das|es|die|den)\b)/iu,
  /\b(schaue|gucke) ich (\p{L}+ ){0,4}(drüber|darüber|an|rein|nach)(?=[\s.,!]|$)|\bvon (mir|uns) (kommt|kommen|bekommen|bekommst|erhalten|erhältst)\b(?! (nichts|keine?)\b)|\bde[nr]? rest (übernehme|mache) ich\b/iu,
  // Whatever one does on a day that is to come, and what is kept for the reader.
  /^(?=.*\b(bis|morgen|übermorgen|heute|spätestens|nächste Woche|am (\d+\.|\p{L}+tag|mittwoch))\b)(?!.*\b(nicht|kein\p{L}*|wenn|ob|jeden|immer|gestern)\b).*\b(?!(hab|hatt|würd|könnt|möcht|wär|sollt|müsst|glaub|denk|hoff|find|seh|wünsch|freu|bedank|heiß|schreib|brauch|bräucht|dank|bitt|fahr|fühl|bleib|geh|arbeit|reis|flieg|war|lieb|weiß|leg mich)e)\p{L}{3,}e ich\b/iu,
  /\b(hörst du|hören Sie|hört ihr) von (mir|uns)\b|\b(halten?|reservieren?) (wir |ich )?(Ihnen|dir|euch) .{0,40}\b(frei|offen|zurück|bereit)(?=[\s.,!]|$)/iu,
  // What is on its way by a day, or there on it: "Die Rechnung geht am Montag raus", "bis Freitag haben Sie alles".
  /^(?=.*\b(bis|morgen|übermorgen|heute|spätestens|in Kürze|nächste Woche|am (\d+\.|\p{L}+tag|mittwoch))\b)(?!.*\b(nicht|kein\p{L}*|wenn|jeden|immer)\b).*(?:\b(geht|gehen)\b.{0,60}\b(raus|hinaus|an (Sie|dich|euch)|in die Post)(?=[\s.,!]|$)|\b(ist|liegt|sind) .{0,60}\bbei (Ihnen|dir|euch)\b|\b(haben Sie|hast du|habt ihr|Sie haben|du hast) (?!.*\b(Chance|Zeit|Gelegenheit|Möglichkeit|zu \p{L}+en)\b)(den|die|das|alles|es|eine?n?|unser\p{L}*|mein\p{L}*)\b)/iu,
  // French, Spanish, Italian: futures of the same verbs, and their turns of speech.
  /(^|[\s,'’])(je|nous)\s+((vous|te|t['’]|le|la|les|l['’]|lui|leur)\s*)*(enverr|appeller|rappeller|répondr|confirmer|transmettr|préparer|fer|tiendr|vérifier|reviendr|donner|livrer|contacter)(ai|ons)(?=$|[\s,.!])/iu,
  /(^|[\s,])je ((vous|te) (envoie|tiens au courant|rappelle|confirme|dis|fais parvenir)|vérifie (et|avec|auprès|demain)|m['’]en (occupe|charge)|reviens vers (vous|toi))(?=$|[\s,.!])/iu,
  /(^|[\s,'’])je ((me|m['’]) ?(charge|occupe) |(vous|te) (recontacte|réponds|transmets|renvoie|transfère|appelle|livre|prépare|réserve|note) )|(^|[\s,])(nous|on) vous (envoyons|envoie|rappelons|rappelle|tenons|tient|transmettons|transmet|livrons|livre|recontactons|recontacte|confirmons|confirme|répondons|faisons parvenir)(?=$|[\s,.!])/iu,
  // "J'apporterai", "nous réglerons": the end of the verb says what will be done; what one will be, have or be able to is none.
  /(^|[\s,])(je |j['’])((vous|te|t['’]|le|la|les|l['’]|lui|leur|m['’]en|m['’]y) ?)*(?!(serai|aurai|pourrai|devrai|voudrai|saurai|verrai|irai|resterai|dirai|ne)(?!\p{L}))\p{L}{2,}rai(?=$|[\s,.!])|(^|[\s,])nous ((vous|te|le|la|les|l['’]|lui|leur) ?)*(?!(serons|aurons|pourrons|devrons|voudrons|saurons|verrons|resterons|espérons|préférons|considérons|entrons|montrons|rencontrons|offrons|couvrons|ouvrons)(?!\p{L}))\p{L}{2,}rons(?=$|[\s,.!])/iu,
  // The present of what one does next: with a day, or on one's own side.
  /^(?=.*(\bde (mon|notre) côté(?!\p{L})|\bdès (que|votre|ton|ce|demain|lundi|réception)|\bdemain\b|\bce soir\b|\baujourd['’]hui\b|\btout de suite\b|\bd['’]ici\b|\b(lundi|mardi|mercredi|jeudi|vendredi)\b))(?!.*\b(si|ne|n['’]|toujours|chaque)\b)(.*[\s,])?je (te |vous |le |la |les |l['’])?(bloque|réserve|prépare|regarde|note|finalise|termine|règle|relance|demande|vois|valide|corrige|dépose|fais|passe|commande|lance|signe|paie|paye|vérifie)(?=[\s,.!])/iu,
  /^(?=.*\b(demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce soir|aujourd['’]hui|d['’]ici|avant le|le \d{1,2}|au plus tard|la semaine prochaine)(?!\p{L}))(?!.*\b(si|ne|n['’]|chance|droit)\b).*\b((vous|tu) (aurez|auras|recevrez|recevras)|(partira|arrivera|partiront|arriveront)|sera(ont)? (chez vous|livrée?s?|envoyée?s?|expédiée?s?|prête?s?))(?!\p{L})/iu,
  /^(?=.*\b(demain|lundi|mardi|mercredi|jeudi|vendredi|ce soir|aujourd['’]hui|d['’]ici|avant le|au plus tard|la semaine prochaine)(?!\p{L}))(?!.*\b(si|ne|n['’]|ci-joint|hier|chaque)(?!\p{L})).*\b(sera|seront|est|sont) (faite?s?|payée?s?|réglée?s?|signée?s?|corrigée?s?|terminée?s?|déposée?s?) ?/iu,
  /(^|[\s,])(je|nous|on) (vous|te) (garde|gardons|réserve|réservons|rembourse|remboursons|expédie|expédions|prépare|préparons)(?=[\s,.!])/iu,
  /(^|[\s,])((le|te|les|os|lo|la)\s+)*(enviar|mandar|llamar|responder|confirmar|avisar|prepar|revisar|entregar|informar|contactar)(é|emos)(?=$|[\s,.!])/iu,
  /(^|[\s,])((te|le|les|os|se) ((lo|la|los|las) )?(envío|mando|aviso|confirmo|llamo|paso|hago llegar)|me encargo)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|te|les|os|lo|la|los|las|se lo|se la)\s+)*(pasar|buscar|mirar|comprobar|consultar|traer|llevar|pagar|reservar|gestionar|solucionar|arreglar|corregir|actualizar|terminar|firmar|remitir|reenviar|encargar|instalar|contestar|escribir|devolver|preparar|har|dar|dir)(é|emos)(?=$|[\s,.!])|(^|[\s,])(voy|vamos) a (enviar|mandar|llamar|revisar|preparar|confirmar|hablar|consultar|mirar|gestionar|pasar)(te|le|les|os|lo|la|los|las|selo|telo)*(?=$|[\s,.!])/iu,
  /(^|[\s,])((te|le|les|os|se) ((lo|la|los|las) )?|(lo|la|los|las) )(miro|reviso|consulto|hablo|preparo|gestiono|compruebo|cambio|corrijo|arreglo|soluciono|termino|traigo|llevo|subo|hago|digo|reservo|llamo)(?=$|[\s,.!])|(^|[\s,])(me encargo|me ocupo)(?=$|[\s,.!])|(^|[\s,])(reservo|preparo|envío|mando|gestiono|reviso|compruebo|consulto|pido|firmo|pago) (el|la|los|las|un|una|tu|su|vuestr\p{L}+)(?=\s)/iu,
  /^(?=.*\b(mañana|el (lunes|martes|miércoles|jueves|viernes|\d{1,2})|hoy|esta (tarde|noche|semana)|antes del|a más tardar|la semana que viene)(?!\p{L}))(?!.*\b(si|no)\b)(?:((ya|lo|la|los|las|mañana|el lunes|el martes|el miércoles|el jueves|el viernes) )*(tendrá|tendrás|recibirá|recibirás|tendréis|recibiréis)(?=\s)|.*(?<!\p{L})(factura|pedido|paquete|contrato|presupuesto|oferta|envío|mercancía|informe|material|dinero|pago)( \S+){0,3} (sale|saldrá|llega|llegará|estará list[oa])(?=[\s,.!]))/iu,
  // "La transferencia la hago mañana", "el lunes te cuento": what one does for the reader on a day.
  /^(?=.*(?<!\p{L})(mañana|(lunes|martes|miércoles|jueves|viernes)|hoy|esta (tarde|noche|semana)|antes del|la semana que viene)(?!\p{L}))(?!.*(?<!\p{L})(si|no|ayer|cada|siempre)(?!\p{L})).*(?<!\p{L})(te|le|les|os|se) ((lo|la|los|las) )?(?!(siento|tengo|sé|veo|creo|pienso|quiero|puedo|recuerdo|escribo|lunes|martes|tenemos|sabemos|queremos|podemos|recordamos|escribimos|agradezco|agradecemos|deseo|deseamos|esperamos|ruego|rogamos|pido|pedimos|último)(?!\p{L}))\p{L}{2,}(o|[aei]mos)(?=$|[\s,.!])/iu,
  /(^|[\s,])(te|le|les|os) (guardo|guardamos|reservo|reservamos|devuelvo|devolvemos|enviamos|mandamos|llamamos|avisamos|pasamos|preparamos|entregamos)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|ti|vi|glielo|te lo|ve lo|lo|la|li)\s+)*(invier|mander|chiamer|risponder|confermer|preparer|controller|verificher|consegner|contatter|richiamer|far)(ò|emo)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|ti|vi) (mando|invio|faccio sapere|confermo)|me ne occupo|ci penso io)(?=$|[\s,.!])/iu,
  // Polish and Swedish.
  word(
    BEGINS,
    "wyślę|wyślemy|prześlę|prześlemy|zadzwonię|zadzwonimy|oddzwonię|odpowiem|odpowiemy|przygotuję|przygotujemy|sprawdzę|sprawdzimy|potwierdzę|potwierdzimy|(?:dam|damy) (?:ci |wam |Panu |Pani |Państwu |jeszcze )?znać|zrobię|zrobimy|" +
      "załatwię|załatwimy|dostarczymy|przekażę|przekażemy|zajmę się|zajmiemy się|wrócę (?:do|z)|wrócimy (?:do|z)|odezwę się|odezwiemy się|postaram się|postaramy się|napiszę|podeślę|podeślemy|" +
      "zarezerwuję|zarezerwujemy|przyjadę|przyjedziemy|zapłacę|zapłacimy|poprawię|poprawimy|uzupełnię|uzupełnimy|umówię|zorganizuję|dostarczę|ustalę|ustalimy|dopytam|zapytam|zerknę|zajrzę|obejrzę|podpiszę|podpiszemy|odeślę|odeślemy|" +
      "wpiszę|wrzucę|dorzucę|policzę|policzymy|wycenię|wycenimy|wystawię|wystawimy|skontaktuję się|skontaktujemy się|dopilnuję|zamówię|odbiorę|odbierzemy|przywiozę|przywieziemy|przyślę|naprawimy|wymienimy|zwrócimy|ogarnę|zapakuję|spakuję|zatrzymam|zatrzymamy|zawiozę|wpłacę|wpłacimy|przeleję|przelejemy|rozliczę|rozliczymy|podjadę|przyniosę|zmienię|zmienimy|biorę to na siebie",
    ENDS,
  ),
  /^(?=.*(?<!\p{L})(jutro|dziś|dzisiaj|najpóźniej|do (jutra|piątku|poniedziałku|wtorku|środy|czwartku|końca|\d)|w (poniedziałek|wtorek|środę|czwartek|piątek)|\d{1,2} (stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia))(?!\p{L}))(?!.*(?<!\p{L})(nie|jeśli|jeżeli)(?!\p{L})).*(?<!\p{L})(będzie|będą) (już )?(u (Państwa|Pana|Pani|ciebie|was)|gotow\p{L}+)|(?<!\p{L})(?:faktura|paczka|oferta|umowa|towar|przesyłka|zamówienie) (?:wyjdzie|pójdzie|dotrze)(?!\p{L})|^z (?:mojej|naszej) strony[,:–—-]? ?(?!(wszystko|to|nie|ok)(?!\p{L}))\p{L}/iu,
  // "We", whatever will be done on a day: the end of the verb says both.
  /^(?=.*(?<!\p{L})(jutro|dziś|dzisiaj|najpóźniej|do (jutra|piątku|poniedziałku|wtorku|środy|czwartku|końca|\d)|w (poniedziałek|wtorek|środę|czwartek|piątek|przyszłym tygodniu)|\d{1,2} (stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia))(?!\p{L}))(?!.*(?<!\p{L})(nie|jeśli|jeżeli|gdyby|co|zawsze)(?!\p{L})).*(?<!\p{L})(?!(zobacz|poprosi|wiemy|widz|zdąży|\p{L}{1,4}chodz|przywoz|przynos|odnos|wynos|znos|zarobi|spędz|odpocz|poczuj)\p{L}*)(?:prze|przy|za|wy|po|od|do|roz|pod|na|z|s|u|o|w)\p{L}{2,}(?:imy|ymy|(?<!uj)emy)(?!\p{L})/iu,
  /(^|[\s,])(jag|vi) (ska |kommer att |skall )?(skickar|skicka|återkommer|återkomma|mejlar|mejla|mailar|maila|ringer|ringa|kollar|kolla|hör av (mig|oss)|höra av (mig|oss)|fixar|fixa|ordnar|ordna|meddelar|meddela|bekräftar|bekräfta|tar reda på|ta reda på)(?=$|[\s,.!])/iu,
  // Dutch, Portuguese, Czech, Norwegian and Danish, Russian.
  /(^|[\s,])(ik|wij|we) (zal|zullen|stuur|sturen|bel|bellen|mail|mailen|(laat|laten) (je|u|jullie|het)|kom(?:en)? (erop|hierop|er) (\p{L}+ ){0,2}(op )?terug|regel|regelen|bevestig|bevestigen|controleer|check|lever|leveren)(?=$|[\s,.!])/iu,
  /(^|[\s,])(vou|vamos) (enviar|mandar|ligar|confirmar|verificar|responder|preparar|tratar|entregar)(?=$|[\s,.!])|(^|[\s,.])((eu|nós) )?(envio|enviamos|mando|confirmo|confirmamos|ligo|ligamos|respondo)( (o|a|os|as|lhe|te|amanhã|hoje|até))(?=$|[\s,.!])|(^|[\s,])seguem? (amanhã|hoje|ainda hoje|até)(?=[\s,.!])|(^|[\s,])(enviarei|enviaremos|ligarei|confirmarei|responderei|entregaremos)(?=$|[\s,.!])/iu,
  word(
    BEGINS,
    "pošlu|pošleme|zašlu|zašleme|zavolám|zavoláme|ozvu se|ozveme se|odpovím|odpovíme|potvrdím|potvrdíme|připravím|připravíme|ověřím|ověříme|dám vědět|dáme vědět|zařídím|zařídíme|dodáme|pošlem|zavoláme",
    ENDS,
  ),
  /(^|[\s,])(jeg|vi) (skal |vil )?(sender|sende|ringer|ringe|sjekker|sjekke|tjekker|tjekke|bekrefter|bekrefte|bekræfter|bekræfte|kommer tilbake|vender tilbage|gir (deg|dere) beskjed|giver besked|ordner|ordne|leverer|levere)(?=$|[\s,.!])/iu,
  word(
    BEGINS,
    "пришлю|пришлём|пришлем|отправлю|отправим|вышлю|вышлем|перезвоню|перезвоним|позвоню|позвоним|отвечу|ответим|подготовлю|подготовим|проверю|проверим|уточню|уточним|сообщу|сообщим|сделаю|сделаем|подтвержу|оплатим|свяжусь|свяжемся",
    ENDS,
  ),
  // Turkish and Finnish: the verb says who will.
  word(
    BEGINS,
    "(?:göndereceğ|ileteceğ|arayacağ|hazırlayacağ|paylaşacağ|bilgilendireceğ|teyit edeceğ|döneceğ|yapacağ)(?:im|ım|iz|ız)|bilgi vereceğ(?:im|iz)|haber vereceğ(?:im|iz)",
    ENDS,
  ),
  word(
    BEGINS,
    "lähetän|lähetämme|toimitan|toimitamme|soitan|soitamme|vahvistan|vahvistamme|ilmoitan|ilmoitamme|tarkistan|tarkistamme|palaan asiaan|palaamme asiaan|valmistelen|valmistelemme",
    ENDS,
  ),
];
