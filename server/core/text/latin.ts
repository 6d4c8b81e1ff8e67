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
