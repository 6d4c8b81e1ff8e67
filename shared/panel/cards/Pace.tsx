import type { Relationship } from "@sidenote/contract/relationship";
import type { ReactNode } from "react";
import { roughHours } from "../ui/when.ts";

const HOURS = { day: 24, week: 168, month: 730, year: 8760 };
const TICKS = [
  { hours: 1, label: "1 h" },
  { hours: HOURS.day, label: "1 d" },
  { hours: HOURS.week, label: "1 w" },
  { hours: HOURS.month, label: "1 m" },
  { hours: HOURS.year, label: "1 y" },
];
const [SHORTEST, LONGEST] = [0.4, HOURS.year * 1.3];
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/** Hours and years on one line: each step to the right is so many times longer. */
const placeOf = (hours: number): number =>
  (100 * Math.log(Math.min(LONGEST, Math.max(SHORTEST, hours)) / SHORTEST)) / Math.log(LONGEST / SHORTEST);

/** How fast either side answers, and how long the two pause: on one scale, so that they can be compared. */
export function Pace({ answers, rhythm, name }: Pick<Relationship, "answers" | "rhythm"> & { name: string }) {
  const { usual, long, silence, state } = rhythm;
  return (
    <div className="pace">
      <Answers who={`${name} answers`} time={answers.they} color="var(--accent)" />
      <Answers who="You answer" time={answers.you} color="var(--accent-line)" />
      <span className="t-meta clip">Pauses</span>
      {usual !== null && long !== null ? (
        <Track
          label={`Usual pause ${days(usual)}, nine in ten up to ${days(long)}${silence === null ? "" : `; now ${days(silence)}`}`}
        >
          <Range from={0.5 * HOURS.day} to={long * HOURS.day} middle={usual * HOURS.day} color="var(--ink-3)" />
          {silence !== null && silence > 0 && (
            <Now at={silence * HOURS.day} color={state === "quiet" ? "var(--owed)" : "var(--ink)"} />
          )}
        </Track>
      ) : (
        <span className="t-meta clip">too few to tell</span>
      )}
      <span className="t-meta num end">{usual !== null && days(usual)}</span>
      {(answers.they || answers.you || usual !== null) && <Axis />}
    </div>
  );
}

const Axis = () => (
  <>
    <span />
    <span className="axis t-meta" aria-hidden>
      {TICKS.map(({ hours, label }) => (
        <span key={label} style={{ left: `${placeOf(hours)}%` }}>
          {label}
        </span>
      ))}
    </span>
    <span />
  </>
);

export const days = (n: number): string => {
  const whole = Math.round(n);
  return whole === 1 ? "1 day" : `${whole} days`;
};

function Answers({ who, time, color }: { who: string; time: Relationship["answers"]["they"]; color: string }) {
  return (
    <>
      <span className="t-meta clip" title={who}>
        {who}
      </span>
      {time ? (
        <Track
          label={`${who} in about ${roughHours(time.median)}; half of ${time.answers} answers between ${roughHours(time.from)} and ${roughHours(time.to)}`}
        >
          <Range from={time.from} to={time.to} middle={time.median} color={color} />
        </Track>
      ) : (
        <span className="t-meta clip">too few to tell</span>
      )}
      <span className="t-meta num end">{time && roughHours(time.median)}</span>
    </>
  );
}

function Track({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg width="100%" height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      {TICKS.map(({ hours }) => (
        <line key={hours} x1={`${placeOf(hours)}%`} x2={`${placeOf(hours)}%`} y1={0} y2={HEIGHT} stroke="var(--line)" />
      ))}
      {children}
    </svg>
  );
}

const Range = ({ from, to, middle, color }: { from: number; to: number; middle: number; color: string }) => (
  <>
    <line
      x1={`${placeOf(from)}%`}
      x2={`${placeOf(to)}%`}
      y1={MIDDLE}
      y2={MIDDLE}
      stroke={color}
      strokeWidth={4}
      strokeLinecap="round"
      opacity={0.45}
    />
    <circle cx={`${placeOf(middle)}%`} cy={MIDDLE} r={5} fill={color} stroke="var(--paper)" strokeWidth={1.5} />
  </>
);

const Now = ({ at, color }: { at: number; color: string }) => (
  <line
    x1={`${placeOf(at)}%`}
    x2={`${placeOf(at)}%`}
    y1={1}
    y2={HEIGHT - 1}
    stroke={color}
    strokeWidth={3}
    strokeLinecap="round"
  />
);
