import { answersOf } from './behaviour';
import { attemptOf, identityOf } from './headers';
import { Answer, Behaviour, SeenRequest } from './protocol';

/** Requests of an application, and its present answers. */
export class ApplicationState {
  private requests: SeenRequest[] = [];
  private nextAnswer = answersOf({});

  /** Takes another behaviour from the next request on. */
  behave(behaviour: Behaviour): void {
    this.nextAnswer = answersOf(behaviour);
  }

  /** Notes a request and decides its answer. */
  answer(request: Omit<SeenRequest, 'identity' | 'attempt' | 'time'>): Answer & { readonly body: string } {
    const seen = {
      ...request,
      identity: identityOf(request.headers),
      attempt: attemptOf(request.headers),
      time: Date.now() / 1000,
    };
    this.requests.push(seen);
    return { body: JSON.stringify(seen), ...this.nextAnswer() };
  }

  /** The requests seen since the last reset, in the order of arrival. */
  seen(): readonly SeenRequest[] {
    return this.requests;
  }

  /** Forgets the requests and any behaviour. */
  reset(): void {
    this.requests = [];
    this.behave({});
  }
}
