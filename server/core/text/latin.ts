const LETTERS: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ы: "i",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** How a name sounds in Latin letters, however it is spelt there: "Сергій", "Serhii" and "Sergiy" are alike. Only to compare. */
export const soundOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\p{Script=Cyrillic}/gu, (letter) => LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^a-z]/g, "")
    .replace(/(?<![csktz])h/g, "g")
    .replace(/[yj]/g, "i")
    .replace(/i+/g, "i");

/** Where the way that Ukraine writes its names in passports is another than the one that only tells how they sound. */
const IN_PASSPORTS: Readonly<Record<string, string>> = { г: "h", и: "y", ы: "y" };
const FIRST_IN_PASSPORTS: Readonly<Record<string, string>> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/** A name for a letter in Latin script, as it stands in a passport: "Сергій" is "Serhii", "Юлія" "Yuliia". */
export const inLatin = (name: string): string =>
  name.replace(/[\p{Script=Cyrillic}'’ʼ]+/gu, (word) =>
    /\p{Script=Cyrillic}/u.test(word)
      ? [...word.replace(/(з)(г)/gi, "$1g$2")].map((letter, i) => spelt(letter, i === 0)).join("")
      : word,
  );

function spelt(letter: string, isFirst: boolean): string {
  if (!/\p{Script=Cyrillic}/u.test(letter)) return /[a-z]/.test(letter) ? letter : "";
  const small = letter.toLowerCase();
  const latin = (isFirst && FIRST_IN_PASSPORTS[small]) || (IN_PASSPORTS[small] ?? LETTERS[small] ?? "");
  return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}
