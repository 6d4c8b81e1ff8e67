/** How French asks and offers. Grouped by kind. */
import { AHEAD_IN_FRENCH, isFrench } from "./french-promises.ts";
import { wholeWords } from "./whole-words.ts";

/** Courtesies, what is enclosed, and what is to be passed over. */
const NOT_ASKED = `(?:(?:bien vouloir |vouloir |m['’]|nous |me )*(?:trouver|noter|agréer|recevoir (?:nos|mes|l['’])|croire|accepter (?:nos|mes)|excuser|pardonner|ne pas|ne plus|considérer|ignorer|patienter|cliquer|contacter|consulter (?:notre|nos)|prendre (?:en compte|connaissance)|tenir compte))`;
const INFINITIVE = String.raw`\p{L}+(?:er|ir|re|oir)`;
const PRONOUNS = `(?:(?:me |m['’]|nous |vous |te |t['’]|le |la |les |l['’]|lui |leur |y |en |bien |vouloir |donc |également |aussi |dès à présent )){0,5}`;

const ASKS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:merci|prière|(?:je|nous) (?:vous |te |t['’])?(?:remercie|remercions|prie|prions|demande|demandons|invite|invitons|saurais gré|saurions gré|serais(?: très)? reconnaissante?|serions(?: très)? reconnaissante?s?|serais obligée?)(?: par avance| d['’]avance| donc)?) (?:de |d['’])(?!${NOT_ASKED}|(?:m['’]|nous |vous |t['’])?(?:avoir|être) |(?:votre|notre|leur)(?!\p{L}))${PRONOUNS}${INFINITIVE}(?!\p{L})`,
    "iu",
  ),
  wholeWords(`vous (?:saurais|saurions) gré (?:de|d['’])|vous (?:voudrez|voudriez) bien ${INFINITIVE}`),
  new RegExp(
    String.raw`(?<!\p{L})veuillez (?:(?:bien|donc|s['’]il vous plaît|svp|également) )*(?!${NOT_ASKED})\p{L}{2,}`,
    "iu",
  ),
  // "S'il vous plaît", "stp", wherever it stands.
  /^(?!.*(?<!\p{L})(?:ne pas répondre|ne répondez pas|patientez|patience)(?!\p{L})).*(?<!\p{L})(?:s['’]il (?:vous|te) pla[iî]t|svp|stp)(?!\p{L})/iu,
  // The imperative.
  /(?<!\p{L})(?!(?:rejoignez|contactez|suivez|retrouvez|appelez|écrivez|excusez|pardonnez|croyez|crois|excuse|pardonne|visitez|laissez|permettez|laisse|appelle|tais|suis|\p{L}+ons|écoutez|écoute)-)\p{L}{2,}(?:e|ez|s|ds|ts)-(?:moi|nous|le-moi|la-moi|les-moi|m['’]en)(?!\p{L})/iu,
  /^(?:et |puis |alors |sinon |pour info,? |du coup,? |\p{Lu}\p{L}+, ){0,2}(?:pense[sz]?(?: bien| aussi| donc)* à \p{L}|n['’]oublie[zs]? (?:pas|surtout pas) (?:de|d['’]|le|la|les|que)|(?:fais|faites|essaie|essaye|essayez|tâchez|tâche) (?:de|d['’]|en sorte|le point|attention|un point|suivre|passer|bien|juste)|prévois|prévoyez|prévenez|préviens|vérifiez|vérifie|regarde[sz]? (?:si|bien|le|la|les)|envoyez|envoie|renvoie|renvoyez|réserve[sz]?|apporte[zr]?|apportez|signe[zr]?|complète[zr]?|complétez|remplissez|indiquez|précisez|confirmez|transmettez|bloque[zr]?|valide[zr]?|relis(?:ez)?|demande(?:z)? (?:à|au|lui|leur)|appelle[zr]?|ramène[sz]?|retournez|adressez|fournissez|communiquez|déposez|mets|mettez|donne|donnez|laisse (?:le|la|les)|passe[sz]? (?:le|la|les|par|me)|reviens|revenez|dites|garde[zr]?|commande[zr]?|jette[zr]? un)(?!\p{L})(?!.*(?<!\p{L})(?:promo|remise|profit|offre spéciale|boutique)\p{L}*)/iu,
  // What is needed or missing, and what has to be.
  new RegExp(
    String.raw`(?<!\p{L})(?:il |y )?(?:me |nous |m['’])?(?:faudrait|faut) (?:absolument |encore |aussi |juste |donc |impérativement )?(?:que (?:tu|vous|nous ayons|j['’]aie|quelqu['’]un|l['’]on)|(?:vraiment )?(?:${PRONOUNS})?${INFINITIVE}(?=.*${AHEAD_IN_FRENCH})(?!\p{L}))`,
    "iu",
  ),
  wholeWords(
    `il (?:nous|me) (?:faudrait|faut|manque)|(?:nous|me) (?:manque|manquent) (?:encore |aussi |toujours )?(?:votre|vos|ton|ta|tes|le|la|les|une?|deux|trois|l['’])|il (?:conviendrait|convient|serait (?:bien|bon|utile|souhaitable|préférable|nécessaire|important)) (?:de|d['’]|que (?:vous|tu))|il (?:vous|t['’]) ?(?:appartient|revient|incombe) de|(?:vous devez|tu dois|vous devrez|tu devras|vous devriez|tu devrais) (?:encore |aussi |nous |me |m['’]|impérativement )+${INFINITIVE}`,
  ),
  wholeWords(
    String.raw`(?:serait|seraient) (?:\p{L}+ ){0,2}(?:nécessaires?|utiles?|bienvenue?s?|appréciée?s?|indispensables?|souhaitables?)(?: pour| avant| d['’]ici|[.]|$)|(?:nous|me) (?:serait|seraient|est|sont) (?:\p{L}+ )?(?:nécessaires?|utiles?|indispensables?)`,
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:j['’]ai|nous avons|on a|j['’]aurais|nous aurions|on aurait) (?:\p{L}+ ){0,2}besoin (?:de |d['’]|du |des )(?!(?:quelques? |\p{L}+ )?(?:temps|jours|minutes|heures))(?=.*(?<!\p{L})(?:votre|vos|ton|ta|tes|ta|vous|toi|${AHEAD_IN_FRENCH}|une réponse|un retour)(?!\p{L}))`,
    "iu",
  ),
  /(?<!\p{L})(?:doit|doivent|devra|devront) (?:me |nous |m['’]|impérativement |absolument )*(?:parvenir|être (?:\p{L}+ )?(?:rendue?s?|envoyée?s?|réglée?s?|payée?s?|signée?s?|retournée?s?|remise?s?|déposée?s?|transmise?s?))(?=.*(?<!\p{L})(?:avant|d['’]ici|pour|au plus tard)(?!\p{L}))|(?<!\p{L})(?:attend|attends|attendons|attendent) (?:toujours |encore |donc )?(?:votre|vos|ton|ta|tes|(?:le|la|les|un|une|l['’]) ?[^.;?!]{2,60}(?:pour|avant|d['’]ici|au plus tard))(?!\p{L})/iu,
  // What one would like to know or to have.
  wholeWords(
    String.raw`(?:j['’]|je |nous |on )(?:aimerais|aimerions|aimerait|souhaiterais|souhaiterions|souhaite|souhaitons|voudrais|voudrions|voudrait|désire|désirons) (?:\p{L}+ ){0,2}(?:savoir|avoir|recevoir|connaître|obtenir|commander|réserver|convenir|échanger|que (?:vous|tu)|un |une |des |votre|vos|ton|vous (?:rencontrer|parler))|(?:m['’]|nous )(?:intéresserait|intéresseraient|intéresse) (?:aussi|également|de savoir)|(?:m['’]|nous )(?:intéresserait|intéresseraient)|je me demande (?:si|quand|comment|où|pourquoi|qui)|je (?:ne )?(?:sais|vois) pas (?:si|quand) (?:vous|tu)|reste à savoir (?:si|quand) (?:vous|tu)|dans l['’]attente de (?:votre|vos|ta|tes|ton)|(?:curieux|curieuse) de savoir`,
  ),
  wholeWords(
    `(?:je me permets de|je voulais|je souhaitais|nous nous permettons de|petite?|je) (?:vous |te )?(?:relance[rz]?|relancer|rappeler (?:que|votre|la|le|ma|notre)|rappelle (?:que|votre))|je reviens vers (?:vous|toi) (?:concernant|au sujet|à propos) [^.;?!]{2,60}(?:en attente|sans réponse)|sauf erreur de (?:ma|notre) part,? (?:je n['’]ai|nous n['’]avons) (?:pas|toujours|aucun)|(?:reste|demeure|restent) (?:impayée?s?|en attente de (?:votre|ta)|à (?:signer|valider|compléter|régler)(?: de (?:votre|ta))?)`,
  ),
  // To everybody, or with the mark left out.
  new RegExp(
    String.raw`^(?:chacun|chacune|tout le monde|que chacun) (?:relit|envoie|vérifie|prépare|note|complète|doit|remplit|pense|apporte|confirme|valide|relise|prépare)(?!\p{L})|^(?:à|a) (?:retourner|renvoyer|signer|compléter|valider|régler|payer|confirmer|rendre) (?=.*${AHEAD_IN_FRENCH})|^(?:petite |une |dernière |autre )?(?:question|demande) ?: ?\p{L}`,
    "iu",
  ),
  /^(?:et |alors |du coup |sinon )?(?:est-ce que|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|as-tu|avez-vous|seriez-vous|serais-tu|auriez-vous|qu['’]en (?:penses-tu|pensez-vous|dis-tu|dites-vous)|quand (?:est-ce|penses-tu|pensez-vous|peux-tu|pouvez-vous)|ça (?:te|vous) (?:va|convient|dit)|tu peux|vous pouvez (?:me|nous|m['’])) ?[^?]{3,}$/iu,
];

export const asksInFrench = (sentence: string): boolean =>
  isFrench(sentence) && ASKS.some((turn) => turn.test(sentence));

/** Nobody waits for an answer to these. */
export const FRENCH_OFFERS: readonly RegExp[] = [
  /(?<!\p{L})(?:n['’]hésite[zs]?|si (?:vous|tu) (?:avez|as|aviez) (?:[^\s.;?!]+ ){0,4}(?:questions?|doutes?|remarques?|besoin)|(?:une|des|encore une|d['’]autres) questions? (?:sur|à propos|concernant)|pour (?:toute|plus) (?:question|information|de renseignement|d['’]information)|restons? à (?:votre|ta) (?:entière )?disposition|reste à (?:votre|ta) (?:entière )?disposition|en cas de (?:besoin|question|doute))(?!\p{L})/iu,
  /(?<!\p{L})(?:ne (?:pas|plus) (?:répondre|en tenir compte|tenir compte)|ne répondez pas|ne tenez pas compte|considérer que|considérez que|trouver (?:ci-joint|ci-après|en pièce|en annexe)|(?:si|sauf si) (?:vous|tu) (?:avez|as) (?:déjà )?(?:effectué|réglé|payé))(?!\p{L})/iu,
  // "Si cela ne vous convient pas, dites-le-moi", "sans réponse de votre part".
  /^(?:si|s['’]il)(?!\p{L}) ?(?:[^\s,]+ ){0,12}(?:ne|n['’]|besoin|souhaitez|souhaites|voulez|veux|désirez|préférez|préfères|problème|souci|changez|changes|intéresse)(?!\p{L})[^?]*,[^?]*(?:contact|appel|dis|dites|écri|prév|fais|faites|signal)[^?]*$|^sans (?:réponse|retour|nouvelles)/iu,
  /^(?:comment (?:vas-tu|allez-vous|ça va|va)|ça va|tout va bien|quoi de neuf|(?:vous allez|tu vas) bien|bien rentrée?|bonnes vacances|alors,? ces vacances)(?!\p{L})[^?]*\?$/iu,
  // What advertising asks.
  /^(?:et si (?:vous|on|nous|tu)|envie (?:de|d['’])|saviez-vous|le saviez-vous|besoin (?:de|d['’])|vous (?:rêvez|cherchez|souhaitez|voulez|aimez)|pourquoi (?:ne pas|attendre)|qui n['’]a (?:pas|jamais)|prêts? à|prête à|fatigué|marre (?:de|d['’])|qui (?:aurait|l['’]aurait)|connaissez-vous (?:déjà|notre|nos))(?!\p{L})[^?]*\?$/iu,
  /^(?:profitez|découvrez|venez|rendez-vous|inscrivez-vous|cliquez|abonnez-vous|rejoignez|bénéficiez|économisez|téléchargez|retrouvez|consultez (?:notre|nos)|visitez)(?!\p{L})/iu,
];
