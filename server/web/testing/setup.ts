import "@testing-library/jest-dom/vitest";
import "@sidenote/panel/testing/setup";
import { afterEach } from "vitest";
import { forgetBegun } from "../parts/begun.ts";

afterEach(forgetBegun);
