const LOCALES = ["en", "uk", "de", "fr", "es", "it", "pl", "sv", "nl", "pt"];

const BY_WORD: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) =>
    Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, 12))).flatMap((day, month) =>
      [{ month: "long" }, { month: "long", day: "numeric" }].map((form): [string, number] => {
        const parts = new Intl.DateTimeFormat(locale, {
          ...(form as Intl.DateTimeFormatOptions),
          timeZone: "UTC",
        }).formatToParts(day);
        return [parts.find((part) => part.type === "month")!.value.toLowerCase(), month];
      }),
    ),
  ),
);

/** The months that a text names, in any of the languages that drafts are written in. */
export const monthsIn = (text: string): Set<number> =>
  new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => BY_WORD.get(word) ?? []));
