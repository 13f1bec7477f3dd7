export interface Engine {
  name: 'chromium' | 'firefox' | 'webkit';
  packages: string[];
  programs: Record<string, string | undefined>;
}
export function findBrowsers(): Engine[];
export function isComplete(engine: Engine): boolean;
