// The looks of the forms at the end of a piece of work: what came of a talk, how a message was answered.
import { css } from "lit";

export const closingStyles = css`
  form {
    display: grid;
    gap: var(--fd-s3);
    padding: var(--fd-s4) clamp(var(--fd-s3), 3vw, var(--fd-s5));
    border-top: 2px solid var(--fd-brass);
    background: var(--fd-brass-soft);
  }
  h3 {
    font-size: var(--fd-text-md);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fd-s1) var(--fd-s4);
    margin: 0;
    padding: 0;
    border: 0;
  }
  textarea.input {
    min-height: 3.5rem;
    resize: vertical;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fd-s3);
  }
`;
