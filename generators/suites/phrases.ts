/** The words around a test in the languages of manual testers; labels are in the language of the table. */

export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'] as const;

/** The first five are keywords of Gherkin, in its own translations. Step definitions are matched against what is typed, so spaces are plain in every language. */
const WORDS = {
  feature: [
    'Feature',
    'Fonctionnalité',
    'Funktionalität',
    'Característica',
    'Funzionalità',
    'Funcionalidade',
    'Functionaliteit',
  ],
  scenario: ['Scenario', 'Scénario', 'Szenario', 'Escenario', 'Scenario', 'Cenário', 'Scenario'],
  given: ['Given', 'Soit', 'Angenommen', 'Dado', 'Dato', 'Dado', 'Gegeven'],
  when: ['When', 'Quand', 'Wenn', 'Cuando', 'Quando', 'Quando', 'Als'],
  outcome: ['Then', 'Alors', 'Dann', 'Entonces', 'Allora', 'Então', 'Dan'],
  test: ['Test', 'Test', 'Test', 'Prueba', 'Prova', 'Teste', 'Test'],
  startsIn: [
    'it starts in',
    'état de départ :',
    'Ausgangszustand:',
    'estado inicial:',
    'stato iniziale:',
    'estado inicial:',
    'begintoestand:',
  ],
  happens: [
    'this happens:',
    'ceci se produit :',
    'dies geschieht:',
    'ocurre esto:',
    'accade questo:',
    'acontece isto:',
    'dit gebeurt:',
  ],
  isRefused: [
    'it is refused',
    "l'action est refusée",
    'es wird abgelehnt',
    'se rechaza',
    'viene rifiutato',
    'é recusado',
    'het wordt geweigerd',
  ],
  isIn: [
    'it is in',
    'nouvel état :',
    'neuer Zustand:',
    'nuevo estado:',
    'nuovo stato:',
    'novo estado:',
    'nieuwe toestand:',
  ],
  nothingChanges: [
    'nothing changes',
    'rien ne change',
    'nichts ändert sich',
    'nada cambia',
    'nulla cambia',
    'nada muda',
    'er verandert niets',
  ],
  either: [
    'or else (the test ends there) in',
    "ou bien (le test s'arrête là)",
    'oder (dann endet der Test)',
    'o bien (la prueba termina ahí)',
    'oppure (la prova finisce qui)',
    'ou então (o teste termina aí)',
    'of anders (dan eindigt de test)',
  ],
  step: ['Step', 'Étape', 'Schritt', 'Paso', 'Passo', 'Passo', 'Stap'],
  doThis: ['Do', 'Faire', 'Tun', 'Hacer', 'Fare', 'Fazer', 'Doen'],
  mustSee: ['Must be seen', 'À constater', 'Zu sehen', 'Debe verse', 'Si deve vedere', 'Deve ver-se', 'Te zien'],
  done: ['Done', 'Fait', 'Erledigt', 'Hecho', 'Fatto', 'Feito', 'Gedaan'],
  by: ['by', 'par', 'durch', 'por', 'da', 'por', 'door'],
} as const;

/** What stands between the labels of a test. */
export type Phrases = { readonly [phrase in keyof typeof WORDS]: string };

/** The language in which the words are: the wanted one where they are known in it, else English. */
export const phraseLanguage = (language: string): string =>
  LANGUAGES.find((known) => known === language.split('-')[0]) ?? 'en';

export function phrasesIn(language: string): Phrases {
  const at = LANGUAGES.indexOf(phraseLanguage(language) as (typeof LANGUAGES)[number]);
  return Object.fromEntries(Object.entries(WORDS).map(([phrase, words]) => [phrase, words[at]])) as Phrases;
}
