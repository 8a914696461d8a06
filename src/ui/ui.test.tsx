// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';
import { FullPageMessage } from './FullPageMessage.tsx';

afterEach(cleanup);

describe('Stop', () => {
  it('is an alert with its code, and the heading takes the focus', () => {
    render(
      <FullPageMessage
        title="Sign-in is busy"
        errorCode="E07"
        details="token endpoint: 503"
        actions={<Button>Try again</Button>}
      >
        <p>No patient data was read.</p>
      </FullPageMessage>,
    );
    const heading = screen.getByRole('heading', { level: 1, name: 'Sign-in is busy' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('alert').dataset['error']).toBe('E07');
    expect(screen.getByText('Details for support: E07')).toBeDefined();
  });
});

describe('Notice', () => {
  it('is an alert only when it is about the wrong patient', () => {
    render(<Notice kind="stale" title="This session ends at 14:52." />);
    render(<Notice kind="wrong-patient" isWrongPatient title="Another patient is open." />);
    expect(screen.getByRole('status').dataset['notice']).toBe('stale');
    expect(screen.getByRole('alert').textContent).toContain('‼ Another patient is open.');
  });

  it('marks only the button that tries again', () => {
    render(
      <Notice
        kind="failed"
        title="Incomplete."
        action={{ label: 'Try again', onPress: () => undefined, isRetry: true }}
      />,
    );
    render(
      <Notice kind="stale" title="Ends soon." action={{ label: 'Keep open', onPress: () => undefined }} />,
    );
    expect(screen.getByRole('button', { name: 'Try again' }).hasAttribute('data-retry')).toBe(true);
    expect(screen.getByRole('button', { name: 'Keep open' }).hasAttribute('data-retry')).toBe(false);
  });
});

describe('Dialog', () => {
  it('is closed by a press beside it, and by none inside it', () => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog id="heading" title="Keys" closeLabel="Close" className="keys" onClose={onClose}>
        <p>Press g, then o.</p>
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'Keys' });
    const inside = [...dialog.querySelectorAll('*')].filter(
      (element) => !(element instanceof HTMLButtonElement),
    );
    expect(inside).toHaveLength(4);
    for (const element of inside) fireEvent.click(element);
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(dialog);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays while Escape ends the writing of a character in it', () => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog id="heading" title="Note" closeLabel="Close" className="keys" onClose={onClose}>
        <input />
      </Dialog>,
    );
    const field = screen.getByRole('textbox');
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });
});
