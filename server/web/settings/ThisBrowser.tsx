import { Chip } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { lettersKept, useLetters } from "../shell/keys.tsx";
import { chooseTheme, type Theme, useTheme } from "../shell/theme.ts";

const THEMES: readonly { theme: Theme; label: string }[] = [
  { theme: "system", label: "As the system" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
];

/** Choices that stay in this browser. */
export function ThisBrowser() {
  const theme = useTheme();
  const letters = useLetters();
  return (
    <Section title="This browser">
      <div className="stack">
        <fieldset className="row filters plain">
          <legend className="hidden">Light or dark</legend>
          {THEMES.map((one) => (
            <Chip key={one.theme} on={one.theme === theme} onClick={() => chooseTheme(one.theme)}>
              {one.label}
            </Chip>
          ))}
        </fieldset>
        <label className="row top tick">
          <input
            type="checkbox"
            checked={letters === "on"}
            onChange={(event) => lettersKept.set(event.target.checked ? "on" : "off")}
          />
          <span>
            Single-letter keys
            <span className="t-meta tick-about">
              j and k through lists, w for what waits, ? for the rest. Switch them off if you dictate.
            </span>
          </span>
        </label>
      </div>
    </Section>
  );
}
