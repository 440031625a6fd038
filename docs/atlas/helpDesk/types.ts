/**
 * A help desk
 *
 * Customers ask for help, technicians take their sessions, hand them on and share them; every console shows its own side.
 *
 * Generated from the system; not to be edited.
 *
 * @module
 */

/** The names of the instances of each set. */
export interface Instances {
  /** Session
   *
   * One customer’s session. */
  readonly "session": "session1" | "session2" | "session3";
  /** Technician */
  readonly "technician": "technician1" | "technician2";
  /** View
   *
   * What one technician’s console shows of one session. */
  readonly "view": "view.session1.technician1" | "view.session1.technician2" | "view.session2.technician1" | "view.session2.technician2" | "view.session3.technician1" | "view.session3.technician2";
}

/** A set of instances. */
export type InstanceSet = keyof Instances;

/** An instance of a set; of any set unless one is given. */
export type Instance<S extends InstanceSet = InstanceSet> = Instances[S];

/** The states of the instances of each set; `never` where they have none. */
export interface States {
  /** Session
   *
   * One customer’s session. */
  readonly "session": "notBegun" | "connecting" | "waiting" | "active" | "transferring" | "onHold" | "collaborating" | "rebooting" | "reconnecting" | "offline" | "timedOut" | "closedByCustomer" | "closedByTechnician" | "closedByWaitingCustomer" | "removed";
  /** Technician */
  readonly "technician": never;
  /** View
   *
   * What one technician’s console shows of one session. */
  readonly "view": "notShown" | "connecting" | "waiting" | "incoming" | "invitation" | "active" | "onHold" | "outgoing" | "collaboration" | "rebooting" | "reconnecting" | "offline" | "timedOut" | "closedByCustomer" | "closedByTechnician" | "closedByWaitingCustomer";
}

/** The memory of an instance of each set: that of its table, and what the system adds. */
export interface InstanceMemory {
  /** Session
   *
   * One customer’s session. */
  readonly "session": {
    /** state before the interruption
     *
     * Where a reboot or a lost connection broke the session off.
     *
     * Domain: a saved state (waiting, active, transferring, onHold, collaborating), or unset. */
    readonly "resume": "waiting" | "active" | "transferring" | "onHold" | "collaborating" | null;
    /** kind of time-out
     *
     * Whose limit was exceeded.
     *
     * Domain: none, administrator, system. */
    readonly "timeout": "none" | "administrator" | "system";
    /** taken
     *
     * Some technician has had it, so a customer who closes it is no longer a waiting one.
     *
     * Domain: true or false. */
    readonly "taken": boolean;
    /** owner
     *
     * Whose session it is; before it is taken, who alone may take it. None where it is in the queue of all.
     *
     * Domain: one of technician, or unset. */
    readonly "owner": Instances["technician"] | null;
    /** colleague
     *
     * The recipient of its transfer, or the guest of its collaboration.
     *
     * Domain: one of technician, or unset. */
    readonly "colleague": Instances["technician"] | null;
    /** invited
     *
     * Who has been asked to join and not answered.
     *
     * Domain: one of technician, or unset. */
    readonly "invited": Instances["technician"] | null;
  };
  /** Technician */
  readonly "technician": Record<string, never>;
  /** View
   *
   * What one technician’s console shows of one session. */
  readonly "view": {
    /** status before the interruption
     *
     * What this console showed when the session was interrupted.
     *
     * Domain: a saved state (waiting, incoming, outgoing, active, onHold, collaboration), or unset. */
    readonly "before": "waiting" | "incoming" | "outgoing" | "active" | "onHold" | "collaboration" | null;
    /** came back by itself
     *
     * At work since the end of an interruption, not because somebody took it.
     *
     * Domain: true or false. */
    readonly "returned": boolean;
  };
}

/** The shared memory. */
export type SharedMemory = Record<string, never>;

/** The messages under way in each channel. */
export type Channels = Record<string, never>;

/** The events of A help desk. */
export const events = {
  /** enter a channel
   *
   * The session begins in the queue of all.
   *
   * Caused by: Customer. */
  "enterChannel": "enterChannel",
  /** give a code
   *
   * A private session begins: its customer uses a code of this technician, whose console alone shows it.
   *
   * Caused by: Technician. */
  "giveCode": "giveCode",
  /** applet connects
   *
   * The customer runs the applet and it reaches the gateway.
   *
   * Caused by: Customer. */
  "appletConnects": "appletConnects",
  /** pick up
   *
   * The technician takes the session.
   *
   * Caused by: Technician. */
  "pickUp": "pickUp",
  /** automatic pick-up
   *
   * The console takes a private session for its technician.
   *
   * Caused by: Console. */
  "pickUpAutomatically": "pickUpAutomatically",
  /** hold
   *
   * The technician puts the session aside.
   *
   * Caused by: Technician. */
  "hold": "hold",
  /** resume
   *
   * The technician goes on with a held session.
   *
   * Caused by: Technician. */
  "resume": "resume",
  /** transfer
   *
   * The technician hands the session to a colleague.
   *
   * Caused by: Technician. */
  "transfer": "transfer",
  /** accept the transfer
   *
   * The recipient accepts; the session is theirs from now on.
   *
   * Caused by: Technician. */
  "accept": "accept",
  /** accept and hold
   *
   * The recipient takes the transferred session and puts it aside at once, for which no room is needed.
   *
   * Caused by: Technician. */
  "setAside": "setAside",
  /** take back
   *
   * The sender takes a transfer back that nobody accepted.
   *
   * Caused by: Technician. */
  "takeBack": "takeBack",
  /** invite
   *
   * The owner asks a colleague to join, one at a time.
   *
   * Caused by: Technician. */
  "invite": "invite",
  /** accept invitation
   *
   * This technician joins a colleague’s session.
   *
   * Caused by: Technician. */
  "acceptInvitation": "acceptInvitation",
  /** invitation ends
   *
   * The guest declines, or the host withdraws the invitation.
   *
   * Caused by: Technician. */
  "endInvitation": "endInvitation",
  /** colleague leaves
   *
   * The guest leaves, and one technician goes on.
   *
   * Caused by: Technician. */
  "leaveCollaboration": "leaveCollaboration",
  /** collaboration times out
   *
   * A guest’s collaboration is idle for too long and leaves the guest’s queue.
   *
   * Caused by: Administrator’s settings. */
  "collaborationTimesOut": "collaborationTimesOut",
  /** connection lost
   *
   * One of the two sides is no longer reachable.
   *
   * Caused by: Network. */
  "connectionLost": "connectionLost",
  /** connection restored
   *
   * Both sides reach each other again.
   *
   * Caused by: Network. */
  "connectionRestored": "connectionRestored",
  /** reboot
   *
   * The technician restarts the customer’s device: the machine reboots.
   *
   * Caused by: Technician. */
  "reboot": "reboot",
  /** device restarts
   *
   * The device restarts while nobody works on it: the customer’s machine reboots without a technician.
   *
   * Caused by: Customer. */
  "deviceRestarts": "deviceRestarts",
  /** reboot done
   *
   * The device is back and the applet runs again.
   *
   * Caused by: Customer. */
  "rebootDone": "rebootDone",
  /** no success
   *
   * Rebooting or reconnecting has failed for five minutes.
   *
   * Caused by: Console, after 5 min. */
  "fiveMinutesPass": "fiveMinutesPass",
  /** reached again
   *
   * The console, still trying, reaches the device.
   *
   * Caused by: Network. */
  "reachedAgain": "reachedAgain",
  /** host reaches it again
   *
   * A collaboration that went offline is reached again; the host goes on alone.
   *
   * Caused by: Network. */
  "reachedByHost": "reachedByHost",
  /** idle time-out
   *
   * The idle limit that the administrator set has passed.
   *
   * Caused by: Administrator’s settings. */
  "administratorTimeout": "administratorTimeout",
  /** system time-out
   *
   * Two weeks have passed.
   *
   * Caused by: System, after 14 days. */
  "systemTimeout": "systemTimeout",
  /** customer closes
   *
   * The customer ends the session.
   *
   * Caused by: Customer. */
  "customerCloses": "customerCloses",
  /** close session
   *
   * The technician presses the close button.
   *
   * Caused by: Technician. */
  "technicianCloses": "technicianCloses",
  /** leaves the queue
   *
   * The console takes the closed session off its list.
   *
   * Caused by: Console. */
  "leavesQueue": "leavesQueue",
} as const;

/** The parameters of each event. */
export interface EventParameters {
  /** enter a channel
   *
   * The session begins in the queue of all.
   *
   * Caused by: Customer. */
  readonly "enterChannel": { readonly "s": Instances["session"] };
  /** give a code
   *
   * A private session begins: its customer uses a code of this technician, whose console alone shows it.
   *
   * Caused by: Technician. */
  readonly "giveCode": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** applet connects
   *
   * The customer runs the applet and it reaches the gateway.
   *
   * Caused by: Customer. */
  readonly "appletConnects": { readonly "s": Instances["session"] };
  /** pick up
   *
   * The technician takes the session.
   *
   * Caused by: Technician. */
  readonly "pickUp": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** automatic pick-up
   *
   * The console takes a private session for its technician.
   *
   * Caused by: Console. */
  readonly "pickUpAutomatically": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** hold
   *
   * The technician puts the session aside.
   *
   * Caused by: Technician. */
  readonly "hold": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** resume
   *
   * The technician goes on with a held session.
   *
   * Caused by: Technician. */
  readonly "resume": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** transfer
   *
   * The technician hands the session to a colleague.
   *
   * Caused by: Technician. */
  readonly "transfer": { readonly "s": Instances["session"]; readonly "t": Instances["technician"]; readonly "u": Instances["technician"] };
  /** accept the transfer
   *
   * The recipient accepts; the session is theirs from now on.
   *
   * Caused by: Technician. */
  readonly "accept": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** accept and hold
   *
   * The recipient takes the transferred session and puts it aside at once, for which no room is needed.
   *
   * Caused by: Technician. */
  readonly "setAside": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** take back
   *
   * The sender takes a transfer back that nobody accepted.
   *
   * Caused by: Technician. */
  readonly "takeBack": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** invite
   *
   * The owner asks a colleague to join, one at a time.
   *
   * Caused by: Technician. */
  readonly "invite": { readonly "s": Instances["session"]; readonly "t": Instances["technician"]; readonly "u": Instances["technician"] };
  /** accept invitation
   *
   * This technician joins a colleague’s session.
   *
   * Caused by: Technician. */
  readonly "acceptInvitation": { readonly "s": Instances["session"]; readonly "t": Instances["technician"]; readonly "u": Instances["technician"] };
  /** invitation ends
   *
   * The guest declines, or the host withdraws the invitation.
   *
   * Caused by: Technician. */
  readonly "endInvitation": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** colleague leaves
   *
   * The guest leaves, and one technician goes on.
   *
   * Caused by: Technician. */
  readonly "leaveCollaboration": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** collaboration times out
   *
   * A guest’s collaboration is idle for too long and leaves the guest’s queue.
   *
   * Caused by: Administrator’s settings. */
  readonly "collaborationTimesOut": { readonly "s": Instances["session"] };
  /** connection lost
   *
   * One of the two sides is no longer reachable.
   *
   * Caused by: Network. */
  readonly "connectionLost": { readonly "s": Instances["session"] };
  /** connection restored
   *
   * Both sides reach each other again.
   *
   * Caused by: Network. */
  readonly "connectionRestored": { readonly "s": Instances["session"] };
  /** reboot
   *
   * The technician restarts the customer’s device: the machine reboots.
   *
   * Caused by: Technician. */
  readonly "reboot": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** device restarts
   *
   * The device restarts while nobody works on it: the customer’s machine reboots without a technician.
   *
   * Caused by: Customer. */
  readonly "deviceRestarts": { readonly "s": Instances["session"] };
  /** reboot done
   *
   * The device is back and the applet runs again.
   *
   * Caused by: Customer. */
  readonly "rebootDone": { readonly "s": Instances["session"] };
  /** no success
   *
   * Rebooting or reconnecting has failed for five minutes.
   *
   * Caused by: Console, after 5 min. */
  readonly "fiveMinutesPass": { readonly "s": Instances["session"] };
  /** reached again
   *
   * The console, still trying, reaches the device.
   *
   * Caused by: Network. */
  readonly "reachedAgain": { readonly "s": Instances["session"] };
  /** host reaches it again
   *
   * A collaboration that went offline is reached again; the host goes on alone.
   *
   * Caused by: Network. */
  readonly "reachedByHost": { readonly "s": Instances["session"] };
  /** idle time-out
   *
   * The idle limit that the administrator set has passed.
   *
   * Caused by: Administrator’s settings. */
  readonly "administratorTimeout": { readonly "s": Instances["session"] };
  /** system time-out
   *
   * Two weeks have passed.
   *
   * Caused by: System, after 14 days. */
  readonly "systemTimeout": { readonly "s": Instances["session"] };
  /** customer closes
   *
   * The customer ends the session.
   *
   * Caused by: Customer. */
  readonly "customerCloses": { readonly "s": Instances["session"] };
  /** close session
   *
   * The technician presses the close button.
   *
   * Caused by: Technician. */
  readonly "technicianCloses": { readonly "s": Instances["session"]; readonly "t": Instances["technician"] };
  /** leaves the queue
   *
   * The console takes the closed session off its list.
   *
   * Caused by: Console. */
  readonly "leavesQueue": { readonly "s": Instances["session"] };
}

/** An event of the system. */
export type Event = keyof EventParameters;

/** An event with one binding of its parameters. */
export type Occurrence = {
  [E in Event]: { readonly event: E; readonly binding: EventParameters[E] };
}[Event];

/** An actor who causes events. */
export type Actor = "customer" | "technician" | "console" | "administrator" | "network" | "system";

/** What one instance of a set is in; it has no state where its set has none. */
export type InstanceConfiguration<S extends InstanceSet> = ([States[S]] extends [never] ? unknown : { readonly state: States[S] }) & {
  readonly memory: InstanceMemory[S];
};

/** The configuration of the system: of all its instances, the shared memory, and the messages under way. */
export type Configuration = {
  readonly instances: { readonly [S in InstanceSet as Instances[S]]: InstanceConfiguration<S> };
  readonly memory: SharedMemory;
  readonly channels: Channels;
};
