import type { Me } from "@sidenote/contract/organizations";
import { Page } from "../parts/Page.tsx";
import { AuditSection } from "./AuditSection.tsx";
import { CaptureSection } from "./CaptureSection.tsx";
import { DemoSection } from "./DemoSection.tsx";
import { FailedJobsSection } from "./FailedJobsSection.tsx";
import { ModelSection } from "./ModelSection.tsx";
import { OwnAddresses } from "./OwnAddresses.tsx";
import { ThisBrowser } from "./ThisBrowser.tsx";
import { DevicesSection, KeysSection } from "./TokenSections.tsx";
import { VoiceSection } from "./VoiceSection.tsx";
import { YouSection } from "./YouSection.tsx";

/** Everything that a member can set, on one page. What only admins may is not shown to others. */
export function SettingsPage({ me }: { me: Me }) {
  const admin = me.organization.role === "admin";
  return (
    <Page title="Settings">
      <div className="settings">
        <YouSection key={me.member.version} me={me} />
        <OwnAddresses me={me} />
        <CaptureSection />
        <VoiceSection />
        <ModelSection admin={admin} />
        <DevicesSection />
        <KeysSection />
        <ThisBrowser />
        <DemoSection me={me} />
        <FailedJobsSection />
        {admin && <AuditSection />}
      </div>
    </Page>
  );
}
