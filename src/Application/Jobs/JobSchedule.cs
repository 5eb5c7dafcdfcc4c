using System.Globalization;
using System.Xml;

namespace ClientChats.Application.Jobs;

/// <summary>When a job runs. As text it is an ISO 8601 duration, or a cron expression of five fields in UTC.</summary>
public abstract record JobSchedule
{
    private JobSchedule() { }

    public static JobSchedule Every(TimeSpan interval) => new Interval(interval);

    public static JobSchedule DailyAt(int hour, int minute) => new Daily(new TimeOnly(hour, minute));

    public sealed record Interval(TimeSpan Length) : JobSchedule
    {
        public override string ToString() => XmlConvert.ToString(Length);
    }

    public sealed record Daily(TimeOnly Time) : JobSchedule
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time.Minute} {Time.Hour} * * *");
    }
}
