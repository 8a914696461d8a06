type SayProps = { readonly className: string | undefined; readonly text: string };

/** A sentence may hold words as they were sent, so it runs in its own direction. */
export const Say = ({ className, text }: SayProps) => (
  <p className={className} dir="auto">
    {text}
  </p>
);
