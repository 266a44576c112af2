/** What the agent counts (MET-57…62): everything else in `/metrics/snapshot` is derived from its state. */
export interface Metrics {
  tasksFinished: number;
  tasksFailed: number;
  tasksKilled: number;
  tasksLost: number;
  tasksGone: number;
  executorsTerminated: number;
  executorsPreempted: number;
  validStatusUpdates: number;
  invalidStatusUpdates: number;
  validFrameworkMessages: number;
  invalidFrameworkMessages: number;
  containerLaunchErrors: number;
  fetchesSucceeded: number;
  fetchesFailed: number;
  recoveryErrors: number;
  recoveryTimeSeconds: number | undefined;
}

export function newMetrics(): Metrics {
  return {
    tasksFinished: 0,
    tasksFailed: 0,
    tasksKilled: 0,
    tasksLost: 0,
    tasksGone: 0,
    executorsTerminated: 0,
    executorsPreempted: 0,
    validStatusUpdates: 0,
    invalidStatusUpdates: 0,
    validFrameworkMessages: 0,
    invalidFrameworkMessages: 0,
    containerLaunchErrors: 0,
    fetchesSucceeded: 0,
    fetchesFailed: 0,
    recoveryErrors: 0,
    recoveryTimeSeconds: undefined,
  };
}
