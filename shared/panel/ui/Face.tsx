/** The initials of a person or a company on a tint that stays the same for the same name. Decoration: the name stands beside it. */
export function Face({ name, size }: { name: string; size?: "s" | "xs" }) {
  const tint = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 4;
  return (
    <span className={["face", size, `tint-${tint}`].filter(Boolean).join(" ")} aria-hidden>
      {initials(name)}
    </span>
  );
}

const initials = (name: string): string => {
  const words = name.split(/[\s@._-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0]![0], words.at(-1)![0]] : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
};
