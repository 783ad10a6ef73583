/** The UTC day of a timestamp, `2026-11-22`, by which usage is counted. */
export function dayAt(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10)
}

/** The month of a day, `2026-11`. It sorts before all of its days and after those of the month before. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}
