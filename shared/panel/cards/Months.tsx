import type { Context } from "@sidenote/contract/context";
import { format } from "../ui/when.ts";
import { count } from "../words.ts";

const HEIGHT = 40;
const MIDDLE = 21.5;

const monthName = (month: string, length: "long" | "short" = "long"): string =>
  format({ month: length, year: "numeric" }).format(new Date(`${month}-15T12:00:00Z`));

/** Mails a month: theirs above the line, the member's below. In words for those who cannot see it. */
export function Months({ months, name }: { months: Context["months"]; name: string }) {
  if (months.length < 2) return null;
  const most = Math.max(4, ...months.map((one) => Math.max(one.in, one.out)));
  const slots = Math.max(6, months.length);
  const step = 100 / slots;
  const width = `min(${step * 0.76}%, 14px)`;
  const heightOf = (n: number) => (n === 0 ? 0 : Math.max(2, (n / most) * (MIDDLE - 2)));
  /** The first begins where the text above does, the last ends where it ends. */
  const bar = (n: number, i: number, y: number, fill: string) =>
    n > 0 && (
      <rect
        y={y}
        style={{ x: `calc((100% - ${width}) * ${i / (slots - 1)})`, width }}
        height={heightOf(n)}
        rx={1.5}
        fill={fill}
      />
    );
  return (
    <svg className="months" width="100%" height={HEIGHT} role="img" aria-label={inWords(months, name)}>
      {months.map(({ month, in: theirs, out }, i) => (
        <g key={i}>
          <title>{`${monthName(month)}: ${theirs} from ${name}, ${out} from you`}</title>
          <rect x={`${i * step}%`} y={0} width={`${step}%`} height={HEIGHT} fill="transparent" />
          {bar(theirs, i, MIDDLE - heightOf(theirs), "var(--accent)")}
          {bar(out, i, MIDDLE + 1, "var(--accent-line)")}
        </g>
      ))}
      <line x1="0" x2="100%" y1={MIDDLE + 0.5} y2={MIDDLE + 0.5} stroke="var(--line)" />
    </svg>
  );
}

function inWords(months: Context["months"], name: string): string {
  const total = (side: "in" | "out") => months.reduce((sum, one) => sum + one[side], 0);
  const busiest = months.reduce((a, b) => (b.in + b.out > a.in + a.out ? b : a));
  return (
    `Since ${monthName(months[0]!.month)}: ${count(total("in"), "mail")} from ${name}, ${total("out")} from you; ` +
    `the most in ${monthName(busiest.month)}, ${busiest.in + busiest.out}`
  );
}
