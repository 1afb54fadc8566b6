import { type JSX, render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { DocumentPage } from './DocumentPage.js';
import { DocumentsPage } from './DocumentsPage.js';
import { Help } from './Help.js';
import { useKeys } from './keys.js';
import { LanguageContext } from './language.js';
import { SpotCheckPage } from './SpotCheckPage.js';
import { type Language, word } from './words.js';

const initial = (): Language => {
  const chosen = localStorage.getItem('juesuan.language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

function App(): JSX.Element {
  const [language, setLanguage] = useState(initial);
  const [at, setAt] = useState(location.hash);
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const onChange = (): void => setAt(location.hash);
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  // Before the words are painted: nobody meets them in another language than the page says.
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem('juesuan.language', language);
  }, [language]);
  useKeys({ '?': () => setHelp(true), h: () => setHelp(true) });
  const back = (): void => {
    location.hash = '#/';
  };
  const id = /^#\/d\/([0-9a-f]{16})$/.exec(at)?.[1];
  const spot = at === '#/spotcheck';
  return (
    <LanguageContext.Provider value={language}>
      <header class="top">
        <h1>
          <a href="#/">juesuan 决算</a>
        </h1>
        <nav aria-label="juesuan">
          <a href="#/" aria-current={!id && !spot ? 'page' : undefined}>
            {word(language, 'documents')}
          </a>
          <a href="#/spotcheck" aria-current={spot ? 'page' : undefined}>
            {word(language, 'spotcheck')}
          </a>
        </nav>
        <span class="gap" />
        <button type="button" onClick={() => setHelp(true)}>
          {word(language, 'help')} <kbd>?</kbd>
        </button>
        <button
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {word(language, 'language')}
        </button>
      </header>
      {id ? (
        <DocumentPage id={id} onBack={back} />
      ) : spot ? (
        <SpotCheckPage onBack={back} />
      ) : (
        <DocumentsPage
          onOpen={(next) => {
            location.hash = `#/d/${next}`;
          }}
        />
      )}
      {help ? <Help onClose={() => setHelp(false)} /> : null}
    </LanguageContext.Provider>
  );
}

render(<App />, document.getElementById('app')!);
