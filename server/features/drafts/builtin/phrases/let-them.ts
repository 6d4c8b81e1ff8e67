/** What they are to do, as the member notes it: "she should try again in January", "нехай напише у січні". */
export const askedOfThem = (note: string): string =>
  note
    .replace(/^(?:he|she) (?=(?:can|could|should|must|will|would|may|might)\b)/iu, "you ")
    .replace(/^(?:he|she) (?:needs|has) to\b/iu, "you need to")
    .replace(/^(?:let|have) (?:him|her|them) (?=(?:write|call|contact|try|ask|send|come|check)\b)/iu, "please ")
    .replace(/^(?:він |вона )?може (?=\p{L}+(?:ти|тись|тися)(?!\p{L}))/iu, "можете ")
    .replace(LET_THEM, (_, verb: string) => `${ASKED[verb.toLowerCase()]}, будь ласка,`);

const ASKED: Readonly<Record<string, string>> = {
  напише: "напишіть",
  напишуть: "напишіть",
  зателефонує: "зателефонуйте",
  зателефонують: "зателефонуйте",
  подзвонить: "зателефонуйте",
  надішле: "надішліть",
  надішлють: "надішліть",
  скаже: "скажіть",
  скажуть: "скажіть",
  приїде: "приїжджайте",
  приїдуть: "приїжджайте",
  звернеться: "зверніться",
  звернуться: "зверніться",
  зачекає: "зачекайте",
  перевірить: "перевірте",
  уточнить: "уточніть",
};
const LET_THEM = new RegExp(`^(?:нехай|хай) (?:він |вона |вони )?(${Object.keys(ASKED).join("|")})(?= )`, "iu");
