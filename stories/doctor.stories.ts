import { type Finding, showPanel } from '@kankei/elements/doctor';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { everyFinding } from '../test/fixtures/findings.ts';
import { find } from './support.ts';

interface Args {
  findings: readonly Finding[];
  language: 'ja' | 'en';
}

/**
 * `#kankei-doctor` をアドレスにつけて開くと出る診断です。全画面の窓なので、ここではボタンで開きます。
 */
const meta: Meta<Args> = {
  title: '診断',
  args: { findings: everyFinding, language: 'ja' },
  argTypes: {
    findings: { table: { disable: true } },
    language: { control: 'inline-radio', options: ['ja', 'en'] },
  },
  render: ({ findings, language }) => {
    const again = async () => [...findings];
    return html`<button type="button" @click=${() => showPanel(findings, { language, again })}>診断をひらく</button>`;
  },
  play: async ({ canvasElement }) => (await find(() => canvasElement.querySelector('button'))).click(),
};
export default meta;
type Story = StoryObj<Args>;

/** 診断が見つけるものすべて。 */
export const Everything: Story = { name: '見つかるものすべて' };

export const English: Story = { name: '英語', args: { language: 'en' } };

export const Nothing: Story = {
  name: '直すところがない',
  args: { findings: everyFinding.filter(({ severity }) => severity === 'ok') },
};
