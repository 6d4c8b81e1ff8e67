import "@sidenote/panel/ui/ui.css";
import "../../panel/panel-page.css";
import { createRoot } from "react-dom/client";
import { Options } from "../../panel/Options.tsx";

createRoot(document.getElementById("options")!).render(<Options />);
