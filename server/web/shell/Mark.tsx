/** The sheet with its margin line. */
export const Mark = ({ size = 18 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" className="mark">
    <rect x="1" y="1" width="16" height="16" rx="4" fill="var(--raised)" stroke="var(--line-strong)" />
    <rect x="4" y="4" width="2.4" height="10" rx="1.2" fill="var(--accent)" />
    <path d="M9 6h5M9 9h5M9 12h3" stroke="var(--ink-3)" strokeWidth="1.2" strokeLinecap="round" />
  </svg>
);
