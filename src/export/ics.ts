// The daybook as iCalendar (RFC 5545): one event a meeting, with a stable UID, so that a calendar that subscribes keeps it up to date.

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar is told of a meeting. */
export interface CalendarMeeting {
  readonly id: string;
  readonly form: string;
  readonly status: string;
  /** First and last day, ISO 8601. */
  readonly day: string;
  readonly lastDay: string;
  readonly parties: readonly { readonly name: string }[];
  readonly place: string | null;
  readonly text: string;
  readonly steps: readonly { readonly published: string }[];
}

/** An iCalendar file of the meetings; those without a day are left out. All-day events, in the order given. */
export function calendarOf(meetings: readonly CalendarMeeting[]): string {
  const calendar = ical({
    name: 'Chancery daybook',
    prodId: { company: 'Chancery', product: 'daybook' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of meetings) {
    const start = dayOf(meeting.day);
    const end = dayOf(meeting.lastDay) ?? start;
    if (!start || !end) continue;
    const changed = dayOf(meeting.steps[meeting.steps.length - 1]?.published ?? meeting.day) ?? start;
    calendar.createEvent({
      id: `${meeting.id.replace('#', '-')}@chancery`,
      stamp: changed,
      start,
      end: new Date(end.getTime() + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      summary: `${title(meeting.form)}: ${meeting.parties.map(({ name }) => name).join(', ') || 'parties not named'}`,
      description: meeting.text,
      ...(meeting.place ? { location: meeting.place } : {}),
      status:
        meeting.status === 'cancelled' || meeting.status === 'refused'
          ? ICalEventStatus.CANCELLED
          : meeting.status === 'proposed'
            ? ICalEventStatus.TENTATIVE
            : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function dayOf(day: string): Date | null {
  return /^\d{4}-\d\d-\d\d/.test(day) ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : null;
}
