/**
 * A support session in the technician console
 *
 * What one technician’s queue shows of a session, from the first connection to its removal.
 *
 * Generated from the table; not to be edited.
 *
 * @module
 */

/** The states of A support session in the technician console. */
export const states = {
  /** Connecting
   *
   * The customer has a code or a channel and the applet is on its way. */
  "connecting": "connecting",
  /** Waiting
   *
   * The applet runs and is connected; nobody has taken the session yet. */
  "waiting": "waiting",
  /** Incoming
   *
   * A colleague has transferred the session to this technician, who has not taken it yet. */
  "incoming": "incoming",
  /** Invitation
   *
   * A colleague asks this technician to join a session; no answer yet. */
  "invitation": "invitation",
  /** Active
   *
   * The technician has the session and works on it. */
  "active": "active",
  /** On hold
   *
   * Put aside for a while; it does not count as one of the active sessions. */
  "onHold": "onHold",
  /** Outgoing
   *
   * Handed to a colleague who has not taken it yet; the sender’s view of an incoming session. */
  "outgoing": "outgoing",
  /** Collaboration
   *
   * Two technicians work on the session together. */
  "collaboration": "collaboration",
  /** Rebooting
   *
   * The customer’s machine reboots. */
  "rebooting": "rebooting",
  /** Reconnecting
   *
   * The network failed on one of the two sides. */
  "reconnecting": "reconnecting",
  /** Offline
   *
   * Five minutes without success; the console goes on trying. */
  "offline": "offline",
  /** Timed out
   *
   * Nothing happened for too long: by the administrator’s limit, or by the system’s two weeks. */
  "timedOut": "timedOut",
  /** Closed (by active customer)
   *
   * The customer ended a session that somebody had taken. */
  "closedByCustomer": "closedByCustomer",
  /** Closed by technician
   *
   * The technician pressed the close button; the session is about to leave the queue. */
  "closedByTechnician": "closedByTechnician",
  /** Closed by waiting customer
   *
   * The customer gave up before anybody took the session. */
  "closedByWaitingCustomer": "closedByWaitingCustomer",
  /** Removed from the queue
   *
   * No longer shown in this console. */
  "removed": "removed",
  /** Aborted
   *
   * Named once in the article and never explained. */
  "aborted": "aborted",
} as const;

/** A state of the table. */
export type State = "connecting" | "waiting" | "incoming" | "invitation" | "active" | "onHold" | "outgoing" | "collaboration" | "rebooting" | "reconnecting" | "offline" | "timedOut" | "closedByCustomer" | "closedByTechnician" | "closedByWaitingCustomer" | "removed" | "aborted";

/** A declared start. */
export type InitialState = "connecting" | "incoming" | "invitation";

/** A declared end, always or under a guard. */
export type FinalState = "closedByWaitingCustomer" | "removed";

/** The events of A support session in the technician console. */
export const events = {
  /** applet connects
   *
   * The customer runs the applet and it reaches the gateway.
   *
   * Caused by Customer. */
  "appletConnects": "appletConnects",
  /** pick up
   *
   * The technician takes the session.
   *
   * Caused by Technician. */
  "pickUp": "pickUp",
  /** automatic pick-up
   *
   * The console takes a private session for its technician.
   *
   * Caused by Console. */
  "pickUpAutomatically": "pickUpAutomatically",
  /** transfer
   *
   * The technician hands the session to a colleague.
   *
   * Caused by Technician. */
  "transfer": "transfer",
  /** take back
   *
   * The sender takes a transfer back that nobody accepted.
   *
   * Caused by Technician. */
  "takeBack": "takeBack",
  /** colleague picks up
   *
   * The recipient accepts; the session is theirs from now on.
   *
   * Caused by Colleague. */
  "colleaguePicksUp": "colleaguePicksUp",
  /** hold
   *
   * The technician puts the session aside.
   *
   * Caused by Technician. */
  "hold": "hold",
  /** resume
   *
   * The technician goes on with a held session.
   *
   * Caused by Technician. */
  "resume": "resume",
  /** colleague joins
   *
   * An invited colleague accepts and joins.
   *
   * Caused by Colleague. */
  "colleagueJoins": "colleagueJoins",
  /** accept invitation
   *
   * This technician joins a colleague’s session.
   *
   * Caused by Technician. */
  "acceptInvitation": "acceptInvitation",
  /** invitation ends
   *
   * The invitation is withdrawn, or the session it was for is over.
   *
   * Caused by Colleague. */
  "invitationEnds": "invitationEnds",
  /** colleague leaves
   *
   * The guest leaves, and one technician goes on.
   *
   * Caused by Colleague. */
  "colleagueLeaves": "colleagueLeaves",
  /** collaboration times out
   *
   * A guest’s collaboration is idle for too long and leaves the guest’s queue.
   *
   * Caused by Administrator’s settings. */
  "collaborationTimesOut": "collaborationTimesOut",
  /** reboot
   *
   * The technician restarts the customer’s device: the machine reboots.
   *
   * Caused by Technician. */
  "reboot": "reboot",
  /** device restarts
   *
   * The device restarts while nobody works on it: the customer’s machine reboots without a technician.
   *
   * Caused by Customer. */
  "deviceRestarts": "deviceRestarts",
  /** reboot done
   *
   * The device is back and the applet runs again.
   *
   * Caused by Customer. */
  "rebootDone": "rebootDone",
  /** connection lost
   *
   * One of the two sides is no longer reachable.
   *
   * Caused by Network. */
  "connectionLost": "connectionLost",
  /** connection restored
   *
   * Both sides reach each other again.
   *
   * Caused by Network. */
  "connectionRestored": "connectionRestored",
  /** no success
   *
   * Rebooting or reconnecting has failed for five minutes.
   *
   * Caused by Console.
   *
   * A timer: 5 min. */
  "fiveMinutesPass": "fiveMinutesPass",
  /** reached again
   *
   * The console, still trying, reaches the device.
   *
   * Caused by Network. */
  "reachedAgain": "reachedAgain",
  /** idle time-out
   *
   * The idle limit that the administrator set has passed.
   *
   * Caused by Administrator’s settings. */
  "administratorTimeout": "administratorTimeout",
  /** system time-out
   *
   * Two weeks have passed.
   *
   * Caused by System.
   *
   * A timer: 14 days. */
  "systemTimeout": "systemTimeout",
  /** customer closes
   *
   * The customer ends the session.
   *
   * Caused by Customer. */
  "customerCloses": "customerCloses",
  /** close session
   *
   * The technician presses the close button.
   *
   * Caused by Technician. */
  "technicianCloses": "technicianCloses",
  /** leaves the queue
   *
   * The console takes the closed session off its list.
   *
   * Caused by Console. */
  "leavesQueue": "leavesQueue",
} as const;

/** An event of the table. */
export type Event = "appletConnects" | "pickUp" | "pickUpAutomatically" | "transfer" | "takeBack" | "colleaguePicksUp" | "hold" | "resume" | "colleagueJoins" | "acceptInvitation" | "invitationEnds" | "colleagueLeaves" | "collaborationTimesOut" | "reboot" | "deviceRestarts" | "rebootDone" | "connectionLost" | "connectionRestored" | "fiveMinutesPass" | "reachedAgain" | "administratorTimeout" | "systemTimeout" | "customerCloses" | "technicianCloses" | "leavesQueue";

/** An actor who causes events. */
export type Actor = "customer" | "technician" | "console" | "colleague" | "administrator" | "network" | "system";

/** The memory of the table. */
export interface Memory {
  /** status before the interruption
   *
   * Where a reboot or a lost connection interrupted the session.
   *
   * Domain: a saved state (waiting, incoming, outgoing, active, onHold, collaboration), or unset. */
  readonly "before": "waiting" | "incoming" | "outgoing" | "active" | "onHold" | "collaboration" | null;
  /** kind of time-out
   *
   * Which of the two limits was exceeded.
   *
   * Domain: none, administrator, system. */
  readonly "timeout": "none" | "administrator" | "system";
  /** private session
   *
   * Started for this technician alone, who gets it without asking.
   *
   * Domain: true or false. */
  readonly "private": boolean;
}

/** The possible next states, by state and event. */
export interface Transitions {
  readonly "connecting": {
    readonly "appletConnects": "waiting";
  };
  readonly "waiting": {
    readonly "pickUp": "active";
    readonly "pickUpAutomatically": "active";
    readonly "transfer": "outgoing";
    readonly "deviceRestarts": "rebooting";
    readonly "connectionLost": "reconnecting";
    readonly "administratorTimeout": "timedOut";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByWaitingCustomer";
  };
  readonly "incoming": {
    readonly "pickUp": "active";
    readonly "hold": "onHold";
    readonly "deviceRestarts": "rebooting";
    readonly "connectionLost": "reconnecting";
    readonly "administratorTimeout": "timedOut";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer" | "closedByWaitingCustomer";
  };
  readonly "invitation": {
    readonly "acceptInvitation": "collaboration";
    readonly "invitationEnds": "removed";
  };
  readonly "active": {
    readonly "transfer": "outgoing";
    readonly "hold": "onHold";
    readonly "colleagueJoins": "collaboration";
    readonly "reboot": "rebooting";
    readonly "connectionLost": "reconnecting";
    readonly "administratorTimeout": "timedOut";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer";
    readonly "technicianCloses": "closedByTechnician";
  };
  readonly "onHold": {
    readonly "transfer": "outgoing";
    readonly "resume": "active";
    readonly "colleagueJoins": "collaboration";
    readonly "reboot": "rebooting";
    readonly "connectionLost": "reconnecting";
    readonly "administratorTimeout": "timedOut";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer";
  };
  readonly "outgoing": {
    readonly "takeBack": "active";
    readonly "colleaguePicksUp": "removed";
    readonly "hold": "onHold";
    readonly "deviceRestarts": "rebooting";
    readonly "connectionLost": "reconnecting";
    readonly "administratorTimeout": "timedOut";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer" | "closedByWaitingCustomer";
  };
  readonly "collaboration": {
    readonly "hold": "onHold";
    readonly "colleagueLeaves": "active";
    readonly "collaborationTimesOut": "removed";
    readonly "reboot": "rebooting";
    readonly "customerCloses": "closedByCustomer";
  };
  readonly "rebooting": {
    readonly "rebootDone": "waiting" | "incoming" | "outgoing" | "active" | "onHold" | "collaboration";
    readonly "fiveMinutesPass": "offline";
    readonly "customerCloses": "closedByCustomer";
    readonly "technicianCloses": "closedByTechnician";
  };
  readonly "reconnecting": {
    readonly "connectionRestored": "waiting" | "incoming" | "outgoing" | "active" | "onHold" | "collaboration";
    readonly "fiveMinutesPass": "offline";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer";
  };
  readonly "offline": {
    readonly "reachedAgain": "waiting" | "incoming" | "outgoing" | "active" | "onHold" | "collaboration";
    readonly "systemTimeout": "timedOut";
    readonly "customerCloses": "closedByCustomer";
    readonly "technicianCloses": "closedByTechnician";
  };
  readonly "timedOut": {
    readonly "technicianCloses": "closedByTechnician";
  };
  readonly "closedByCustomer": {
    readonly "technicianCloses": "closedByTechnician";
  };
  readonly "closedByTechnician": {
    readonly "leavesQueue": "removed";
  };
  readonly "closedByWaitingCustomer": {
  };
  readonly "removed": {
  };
  readonly "aborted": {
  };
}

/** The events that some row handles in a state. */
export type EventsIn<S extends State> = keyof Transitions[S];

/** The states that an event may lead to from a state; `never` where no row handles it. */
export type Transition<S extends State, E extends Event> = E extends keyof Transitions[S] ? Transitions[S][E] : never;

/** A function that takes every step of the table, as a type for implementations. */
export type TransitionFunction = <S extends State, E extends Event>(state: S, event: E) => Transition<S, E>;
