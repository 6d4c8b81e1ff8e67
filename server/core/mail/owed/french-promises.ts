/** How French promises. Grouped by kind; where the words alone could tell of anything, a day ahead or the reader decides. */
import { mayBe } from "./in-language.ts";
import { wholeWords } from "./whole-words.ts";

/** What has none of these words is not looked at. */
export const isFrench = mayBe(
  "fr",
  /(?<!\p{L})(?:je|j['’]|nous|vous|votre|vos|tu|te|t['’]|toi|ta|tes|on|moi|merci|le|la|les|l['’]|du|des|est|sera|seront|prière|stp|svp)(?!\p{L}{2})/iu,
);

/** A day that is still to come, however loosely it is named. */
export const AHEAD_IN_FRENCH = String.raw`(?:d['’]ici|demain|après-demain|aujourd['’]hui|ce soir|cet après-midi|ce matin|ce week-end|tout à l['’]heure|tout de suite|dès|aussitôt|(?:dans|sous) (?:la journée|l['’]après-midi|la matinée|la semaine|les (?:\p{L}+ )?(?:jours|heures|délais)|un délai|une?|deux|trois|huit|dix|quinze|\d+)|sous (?:peu|huitaine|quinzaine)|en (?:fin|début|milieu|cours) d[e'’]|(?:au |le )?début de|fin (?:de )?(?:semaine|mois|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janvier|février)|(?:la )?semaine (?:prochaine|\d)|cette semaine|prochainement|bientôt|rapidement|incessamment|sans (?:tarder|délai|faute)|au plus (?:tard|vite|tôt)|avant (?:le \d|la fin|ce soir|lundi|mardi|mercredi|jeudi|vendredi|midi|demain)|pour (?:le \d|la fin|lundi|mardi|mercredi|jeudi|vendredi|demain|midi)|le \d{1,2}|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))`;
const AHEAD = wholeWords(AHEAD_IN_FRENCH);

/** What does not happen, hangs on something or is so every time. */
const UNBOUND =
  /(?<!\p{L})(?:ne(?! manquer)|n['’](?!hés)|jamais|si (?:vous|tu|besoin|nécessaire|jamais|cela|ça)|s['’]il (?:faut|y a)|toujours|chaque|d['’]habitude|généralement|en général|souvent|habituellement|régulièrement|ci-joint(?:e|s|es)?|en pièce jointe|en annexe|ci-après|pourrai(?:s|t)|pourrions|serai(?:s|t)|aurai(?:s|t)|aimerai(?:s|t)|voudrai(?:s|t)|hier|l['’](?:an|année) (?:dernier|dernière|passé|passée)|auparavant|autrefois|le cas échéant|tous les (?:ans|mois|jours|lundis)|toutes les (?:semaines|\p{L}+ semaines))(?!\p{L})/iu;
const FOR_READER = `(?:vous |te |t['’]|lui |leur )(?:l['’]|le |la |les |en |y )?`;
const IT = `(?:me |m['’]|nous |l['’]|le |la |les |en |y |vous |te |t['’]|lui |leur )`;
/** What one does for the reader, in the present: "je te redis", "on vous met la pièce de côté". */
const HANDS_OVER =
  "envoie|envoyons|renvoie|renvoyons|redis|redit|redisons|dis|dit|disons|fais|fait|faisons|mets|met|mettons|transmets|transmet|transmettons|transfère|transférons|donne|donnons|rends|rend|rendons|rapporte|rapportons|ramène|ramenons|apporte|apportons|" +
  "glisse|glissons|dépose|déposons|pose|posons|compile|compilons|prépare|préparons|montre|montrons|explique|expliquons|règle|réglons|paie|paye|payons|livre|livrons|rembourse|remboursons|passe|passons|tiens|tient|tenons|maile|rappelle|rappelons|appelle|appelons|" +
  "réserve|réservons|garde|gardons|bloque|bloquons|recontacte|recontactons|réponds|répond|répondons|reviens|revient|revenons|refais|refait|refaisons|remets|remet|remettons|change|changeons|remplace|remplaçons|laisse|laissons|ajoute|ajoutons|rédige|rédigeons|monte|montons|trouve|trouvons|cale|calons|note|notons|commande|commandons|expédie|expédions|sors|sort|fixe|fixons|crée|créons|ouvre|ouvrons|partage|partageons|fournis|fournit|fournissons|récupère|récupérons";
/** What one does on a day: of whom it is for is not said. */
const DOES =
  `${HANDS_OVER}|regarde|regardons|vérifie|vérifions|finalise|finalisons|termine|terminons|relance|relançons|demande|demandons|vois|voit|voyons|valide|validons|corrige|corrigeons|signe|signons|attaque|attaquons|commence|commençons|démarre|démarrons|installe|installons|` +
  "recommande|recommandons|parle|parlons|retente|réessaie|réessaye|reprends|reprend|reprenons|relis|relit|relisons|complète|complétons|publie|publions|lance|lançons|viens|vient|venons|repasse|repassons|discute|discutons|interroge|étudie|étudions|examine|examinons|traite|traitons|organise|organisons|planifie|planifions|chiffre|chiffrons|pars|imprime|imprimons|récupère|patienter";

const PROMISES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:je |nous |on )${FOR_READER}(?:${HANDS_OVER})(?! (?:grâce|un grand merci|merci|pas|plus|rien)(?!\p{L}))(?!\p{L})`,
    "iu",
  ),
  // The future, whatever is done: what one will be, have or be able to is none.
  new RegExp(
    String.raw`(?<!\p{L})(?:je |j['’])${IT}{0,2}(?!(?:ser|aur|pourr|devr|voudr|saur|verr|ir|rester|dir|préférer|aimer|attendr|compter)ai(?!\p{L}))\p{L}{2,}rai(?!\p{L})|(?<!\p{L})nous ${IT}{0,2}(?!(?:ser|aur|pourr|devr|voudr|saur|verr|rester|espér|préfér|consid[eé]r|entr|montr|rencontr|offr|couvr|ouvr|livr|assur|démarr|opér|souffr|attendr|admir|ador|ignor|demeur|jur)ons(?!\p{L}))\p{L}{2,}rons(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\p{L})on (?:vous |te |t['’])${IT}{0,1}(?!(?:ser|aur|pourr|devr|voudr|saur|verr|dir|ir)a(?!\p{L}))\p{L}{2,}ra(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    `(?:je|j['’]) ?(?:m['’](?:en |y )?(?:occupe|charge|engage|attelle|colle|mets|renseigne)|me (?:charge|renseigne|rapproche)|m['’]y mets)|on (?:s['’](?:en |y )?(?:occupe|charge|attelle|met)|se (?:charge|renseigne))|nous nous (?:en )?(?:chargeons|occupons|engageons|renseignons|occuperons|chargerons)|(?:je|nous) ne manquer(?:ai|ons) pas de|(?:je me suis|nous nous sommes|on s['’]est) engagée?s? à`,
  ),
  wholeWords(
    String.raw`c['’]est moi qui (?:\p{L}+ ){0,2}\p{L}{3,}|(?:je|on|nous) (?:prends?|prend|prenons) (?:ça |cela |les frais |tout |le \p{L}+ |la \p{L}+ )?(?:en charge|à (?:ma|notre) charge|le relais|en main)|(?:pris|prise|prises) en charge par nos soins|par nos soins|je reviens vers (?:vous|toi)|nous revenons vers (?:vous|toi)|on revient vers (?:vous|toi)|nous procédons|nous veillons à`,
  ),
  // "Comptez sur moi", "c'est comme si c'était fait".
  /(?<!\p{L})(?:comptez|compte) sur (?:moi|nous)(?!\p{L})|c['’]est comme si c['’]était fait|(?<!\p{L})(?:je (?:vous |te )?promets|promis)[.!]*$/iu,
  // One comes who was invited.
  wholeWords("(?:je serai|nous serons|on sera) (?:bien |donc |évidemment )?(?:là|présente?s?|des vôtres|de la partie)"),
  // What will be done to what is the reader's: "le matériel vous sera restitué".
  wholeWords(
    String.raw`vous (?:sera|seront|est|sont|serez|sera donc) (?:\p{L}+ ){0,2}(?:restitué|envoyé|adressé|livré|remis|transmis|communiqué|expédié|remboursé|facturé|retourné|fourni|proposé|présenté|rendu|donné|confirmé|contacté|recontacté|informé|tenu informé|remplacé|crédité|versé|réglé)e?s?`,
  ),
];
/** "Je vous confirme …" is done by being said, unless it is to come. */
const CONFIRMS =
  /(?<!\p{L})(?:je (?:vous |te |t['’])|nous (?:vous |te )|on (?:vous |te ))(?:confirme|confirmons)(?!\p{L})/iu;
const CONFIRMS_LATER = wholeWords(
  `(?:confirme|confirmons) (?:ça|cela|ce point|tout ça|ceci|(?:lundi|mardi|mercredi|jeudi|vendredi))|d['’]ici|demain|dès|en (?:début|fin|milieu|cours) d[e'’]|dans la (?:journée|semaine)|la semaine prochaine|prochainement|rapidement|au plus vite|bientôt`,
);
export const onlyConfirmsInFrench = (sentence: string): boolean =>
  CONFIRMS.test(sentence) && !CONFIRMS_LATER.test(sentence) && !/(?<!\p{L})et (?:je|nous|on|vous) /iu.test(sentence);

const ON_A_DAY: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})on (?!nous |me )${IT}{0,2}(?!(?:ser|aur|pourr|devr|voudr|saur|verr|dir|ir)a(?!\p{L}))\p{L}{2,}ra(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:je |j['’]|on (?!nous |me )|nous )${IT}{0,2}(?:${DOES}|confirme|confirmons)(?!\p{L})`,
    "iu",
  ),
  // "La livraison interviendra dans dix jours", "le règlement partira dès réception".
  wholeWords(
    String.raw`(?:la livraison|l['’]envoi|le règlement|le virement|le paiement|l['’]expédition|l['’]intervention|la pose|le remboursement|la réponse|le devis|la facture|le contrat|le (?:matériel|dossier|reste|solde|bon|colis|produit|chantier|rapport|compte rendu|planning)|les (?:échantillons|documents|pièces|travaux|clés|plans|fichiers|résultats|billets|produits)|vos \p{L}+|votre \p{L}+)(?: [^\s.,;:?!]+){0,5} (?:interviendr(?:a|ont)|aur(?:a|ont) lieu|partir(?:a|ont)|(?:part|partent)(?= (?:aujourd|demain|ce |cet |dès|lundi|mardi|mercredi|jeudi|vendredi))|suivr(?:a|ont)|arriver(?:a|ont)|parviendr(?:a|ont)|ser(?:a|ont) (?:\p{L}+ )?\p{L}+(?:é|i|is|it|u)e?s?|est prévue?|sont prévue?s|s['’]effectuera)`,
  ),
  // The reader will have it.
  wholeWords(
    `(?:vous|tu) (?:l['’]|les |en |le |la )?(?:aurez|auras|recevrez|recevras|trouverez|trouveras|disposerez)|il vous sera livrée?s?`,
  ),
];
const NOBODY_HAS_IT = wholeWords("chance|droit|possibilité|occasion|accès|plaisir|le choix");

export const promisesInFrench = (sentence: string): boolean =>
  isFrench(sentence) &&
  !UNBOUND.test(sentence) &&
  (PROMISES.some((turn) => turn.test(sentence)) ||
    (AHEAD.test(sentence) && !NOBODY_HAS_IT.test(sentence) && ON_A_DAY.some((turn) => turn.test(sentence))));

const WILL_DO =
  "contacter|appeller|rappeller|enverr|téléphoner|adresser|transmettr|recontacter|livrer|apporter|répondr|confirmer|fournir|communiquer|remettr|joindr|préciser|tiendr|préparer|donner|expliquer|présenter|montrer|proposer|recevr|accueiller|installer|passer|rejoindr|informer|renseigner|rencontrer";
const THIRD: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?!(?:cela|ça|ceci|qui|ce|rien|tu|on)(?!\p{L}))\p{L}{2,} (?:vous |te |t['’]|nous |me |m['’])(?:l['’]|le |la |les |en )?(?:${WILL_DO})(?:a|ont)(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    String.raw`(?:prendr(?:a|ont)|se mettr(?:a|ont)|entrer(?:a|ont)) (?:\p{L}+ ){0,3}(?:contact|rapport|relation|rendez-vous) avec (?:vous|toi|nous|moi)|fer(?:a|ont) (?:parvenir|suivre|un (?:retour|point))|passer(?:a|ont)? (?:chez|vous) (?:vous|voir)`,
  ),
  /^(?:[^.,;:?!]{2,40}, )?(?!(?:Je|On|Nous|Vous|Tu|Il|Elle|Cela|Ça|Ce|Qui)(?!\p{L}))\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:s['’](?:en |y )?(?:occupe|occupera|charge|chargera)|se (?:charge|chargera)|prend(?:ra)? (?:ça |cela |le \p{L}+ )?en charge)(?!\p{L})/u,
];
export const promisesForThirdInFrench = (sentence: string): boolean =>
  isFrench(sentence) && !UNBOUND.test(sentence) && THIRD.some((turn) => turn.test(sentence));
