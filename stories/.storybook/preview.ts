import manifest from '@kankei/elements/custom-elements.json';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import './preview.css';

setCustomElementsManifest(manifest);
// The widgets take the page's language; Storybook's own page is English.
document.documentElement.lang = 'ja';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    a11y: { test: 'error' },
  },
};
export default preview;
