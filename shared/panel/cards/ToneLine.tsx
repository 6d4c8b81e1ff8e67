import type { ToneTrend } from "@sidenote/contract/relationship";
import { format } from "../ui/when.ts";
import { count } from "../words.ts";

const HEIGHT = 32;
const MIDDLE = HEIGHT / 2;
const EDGE = 3;
/** A month of mails is never all praise: this much fills the picture. */
const FULL = 0.7;

const SAYS = {
  warmer: "warmer than before",
  cooler: "cooler than before",
  steady: "as before",
  unknown: "",
} as const;

/** How their mails sound, month by month: above the line warm, below it cool. */
export function ToneLine({ tone, name }: { tone: ToneTrend; name: string }) {
  if (tone.trend === "unknown" || tone.months.length < 2)
    return (
      <p className="t-meta">
        How {name} sounds: too little to tell. {count(tone.mails, "mail")} read
        {tone.mails < tone.needed ? `, ${tone.needed} needed` : ", hardly one of them warm or tense"}
        {tone.unjudged > 0 && `; ${tone.unjudged} in languages that cannot be judged`}.
      </p>
    );
  const place = (i: number) => EDGE + ((100 - 2 * EDGE) * i) / (tone.months.length - 1);
  const height = (value: number) => MIDDLE - Math.max(-1, Math.min(1, value / FULL)) * (MIDDLE - 5);
  const points = tone.months.map(({ value }, i) => ({ x: place(i), y: height(value) }));
  const last = points.at(-1)!;
  const label = `How ${name} sounds, by ${count(tone.mails, "mail")}: ${SAYS[tone.trend]}`;
  return (
    <div>
      <div className="row between t-meta">
        <span className="clip">
          {name} sounds <span className={tone.trend === "cooler" ? "cooler" : "strong"}>{SAYS[tone.trend]}</span>
        </span>
        <span className="num">by {count(tone.mails, "mail")}</span>
      </div>
      <svg className="tone" width="100%" height={HEIGHT} role="img" aria-label={label}>
        <title>{label}</title>
        <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke="var(--line-strong)" strokeDasharray="2 3" />
        {points.slice(1).map((to, i) => (
          <line
            key={tone.months[i]!.month}
            x1={`${points[i]!.x}%`}
            y1={points[i]!.y}
            x2={`${to.x}%`}
            y2={to.y}
            stroke="var(--accent-line)"
            strokeWidth={1.5}
          />
        ))}
        {tone.months.map(({ month, value, mails }, i) => (
          <circle key={month} cx={`${place(i)}%`} cy={height(value)} r={3} fill="var(--accent)">
            <title>{`${monthName(month)}: ${value > 0.1 ? "warm" : value < -0.1 ? "cool" : "neutral"}, ${count(mails, "mail")}`}</title>
          </circle>
        ))}
        <circle
          cx={`${last.x}%`}
          cy={last.y}
          r={4.5}
          fill={tone.trend === "cooler" ? "var(--owed)" : "var(--accent)"}
          stroke="var(--paper)"
          strokeWidth={1.5}
        />
      </svg>
      <div className="row between t-meta num" aria-hidden>
        <span>{monthName(tone.months[0]!.month)}</span>
        <span>{monthName(tone.months.at(-1)!.month)}</span>
      </div>
    </div>
  );
}

const monthName = (month: string): string =>
  format({ month: "short", year: "numeric" }).format(new Date(`${month}-15T12:00:00Z`));
