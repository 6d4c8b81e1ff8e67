import { promises } from "../../../core/mail/owed/promise-words.ts";
import { contentWords, stem } from "../../../core/text/words.ts";
import { courtesyKey } from "../../voice/index.ts";

/** Words by which somebody binds themselves, grants, refuses or says that a thing is done: never without a source. */
const DEALS = new Set(
  (
    "accept accepted accepting accepts agree agreed agreement approve approved approval arranged assure assured authorise authorised bind book booked cancel cancelled canceled cancellation " +
    "charge charged commit committed complete completed confirm confirmed confirms contract cover covered decided decline declined deposit discount dispatch done due enclose enclosed " +
    "ensure exclusive expired extend extended fee final finished free gratis granted guarantee guaranteed include included invoice keep lend legal liable offer offered order ordered owe " +
    "paid pay paying payment penalty promise promised ready receive received refund refunded reject reserve reserved send sending sent settle settled ship shipped sign signed " +
    "solved supply surcharge terms transfer transferred waive waived warranty withdraw withdrawn attach attached replace replaced repair repaired compensate compensation nothing arrived"
  )
    .split(" ")
    .map(stem),
);

export const isDeal = (key: string): boolean => DEALS.has(key);

const COMMITS =
  /\b(i|we)(['’]ll| will| shall| can| could| may|['’]m (sending|going)| am (sending|going)| have|['’]ve| accept| agree| confirm| guarantee| promise)\b|\b(you can count|rest assured|consider it)\b|\byou (will|shall|['’]ll) (get|have|receive|be)\b/iu;

/** Whether a sentence binds its writer, or says that something was done. */
export const commits = (sentence: string): boolean => COMMITS.test(sentence) || promises(sentence);

/** Thanks, hopes and offers of an answer state nothing that could be untrue, as long as they are made of nothing but these. */
const COURTESIES = new Set(
  (
    "thank thanks many very much please kindly sorry apologise apologize apologies hope hopes well find finds helps help helpful look looking forward hear hearing reply answer answering " +
    "note mail email message letter patience interest understanding kind words time taking reaching touch contact writing write glad happy pleasure would like know let feel free tell ask asking " +
    "question questions further anything else need needs come back soon meet meeting talk discuss speak again think thoughts opinion feedback everything all best wish wishes welcome good great " +
    "delay inconvenience regarding concerning about see seeing work working together suit suits suitable convenient call suggest propose next step steps possible details information more"
  )
    .split(" ")
    .map(stem),
);
export const isCourteous = (key: string): boolean => COURTESIES.has(key);

const COURTESY =
  /^(thank|thanks|many thanks|please|kindly|sorry|i (hope|look forward|would like|apologi[sz]e)|i['’]d like|we look forward|looking forward|feel free|let (me|us) know|it (is|was) (a|my|our) pleasure|i (am|['’]m) (happy|glad|sorry|writing)|дякую|будь ласка|сподіваюс[яь]|перепрошую|danke|vielen dank|bitte|ich (hoffe|freue)|merci|gracias)(?!\p{L})/iu;
export const isCourtesy = (sentence: string): boolean => COURTESY.test(sentence.trim());
/** A courtesy that says nothing else: "Please pay by Friday" and "I am happy to join the call" do. */
export const isMereCourtesy = (sentence: string): boolean =>
  courtesyKey(sentence) !== null || (isCourtesy(sentence) && [...contentWords(sentence)].every(isCourteous));
export const isThanks = (sentence: string): boolean =>
  /^(many )?(thank|thanks|sorry|дякую|danke|vielen dank|merci|gracias)(?!\p{L})/iu.test(sentence.trim());
