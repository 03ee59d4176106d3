/** By which Windows gathers windows, jump list and notifications under one app: the same as that of the package. */
export const applicationId = 'app.headroom.planner';
