import { spokenName } from "../../text/names.ts";
import { genderOf, vocative } from "../../text/vocative.ts";

/** A form with a person's name put in; null when it wants a name that is not known. In Ukrainian people are called in their case. */
export function fillForm(form: string, name: string): string | null {
  if (!form.includes("{")) return form;
  const spoken = spokenName(name);
  if (!spoken) return null;
  const inUkrainian = /\p{Script=Cyrillic}/u.test(form.replace(/\{\w+\}/g, ""));
  const called = (one: string) => (inUkrainian ? vocative(one) : one);
  const { first, last, whole } = spoken;
  if (form.includes("{first}") && first === null) return null;
  return form
    .replaceAll("{first}", called(first ?? ""))
    .replaceAll("{last}", last)
    .replaceAll("{name}", called(whole));
}

const TO_MEN =
  /(?<!\p{L})(mr|sir|herr|lieber|geehrter|monsieur|cher|estimado|querido|señor|caro|egregio|signor|prezado|senhor|szanowny|pan|panie|vážený|pane|heer|bey|шановний|дорогий|уважаемый|дорогой|пане)(?!\p{L})/iu;
const TO_WOMEN =
  /(?<!\p{L})(mrs|ms|miss|madam|frau|liebe|geehrte|madame|chère|estimada|querida|señora|cara|signora|prezada|senhora|szanowna|pani|vážená|paní|mevrouw|hanım|шановна|дорога|уважаемая|пані)(?!\p{L})/iu;

/** What Ukrainian says to a man and to a woman. */
const PAIRS: readonly (readonly [man: string, woman: string])[] = [
  ["шановний", "шановна"],
  ["дорогий", "дорога"],
  ["пане", "пані"],
];

/**
 * "Sehr geehrter Herr {last}": a form that was learnt from mail to a man is no greeting for a woman, nor for whom one does not
 * know: null. Ukrainian names tell, and the form is turned to them.
 */
export function formFor(form: string, name: string): string | null {
  const gender = genderOf(spokenName(name)?.whole ?? "");
  const [toMen, toWomen] = [TO_MEN.test(form), TO_WOMEN.test(form)];
  if (!toMen && !toWomen) return form;
  if (gender === null) return null;
  if (gender === "man" ? !toWomen : !toMen) return form;
  const turned = PAIRS.reduce((text, [man, woman]) => {
    const [from, to] = gender === "man" ? [woman, man] : [man, woman];
    return text.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, "giu"), (word) =>
      word.charAt(0) === word.charAt(0).toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to,
    );
  }, form);
  return (gender === "man" ? TO_WOMEN : TO_MEN).test(turned) ? null : turned;
}
