/** A statement of the ministry in short parts; a line of the text is a paragraph. */
export function Statement({ parts }: { parts: readonly { id: string; title: string; text: string }[] }) {
  return parts.map(({ id, title, text }) => (
    <section key={id} id={id} className="mt-8">
      <h2>{title}</h2>
      {text.split('\n').map((line) => (
        <p key={line} className="mt-2">
          {line}
        </p>
      ))}
    </section>
  ));
}
