// Turns spoken words into text where the browser can (Chrome, Edge, Safari). Elsewhere there is no microphone button.
interface Result {
  isFinal: boolean;
  0: { transcript: string };
}
interface Recogniser {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<Result> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(): void;
  abort(): void;
}

function maker(): (new () => Recogniser) | undefined {
  const scope = globalThis as { SpeechRecognition?: new () => Recogniser; webkitSpeechRecognition?: new () => Recogniser };
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
}

export const canHear = (): boolean => maker() !== undefined;

/** Listen for one utterance; `heard` gets the words, `partly` what it seems so far. Returns how to stop. */
export function hear(lang: string, partly: (text: string) => void, heard: (text: string) => void, ended: () => void): () => void {
  const Maker = maker();
  if (!Maker) return () => ended();
  const ear = new Maker();
  ear.lang = lang;
  ear.interimResults = true;
  ear.onresult = (event) => {
    const last = event.results[event.results.length - 1];
    if (!last) return;
    if (last.isFinal) heard(last[0].transcript.trim());
    else partly(last[0].transcript);
  };
  ear.onend = ended;
  ear.onerror = ended;
  ear.start();
  return () => ear.abort();
}
