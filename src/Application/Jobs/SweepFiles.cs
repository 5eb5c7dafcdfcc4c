using System.Globalization;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Forgets uploads that nobody finished and files that no message holds after 24 hours, and contents that no file has.</summary>
/// <remarks>It stays outside the saving pipeline: each part is a transaction of its own.</remarks>
public sealed record SweepFiles : IRequest<SweptFiles>, IForSystem
{
    internal sealed class Handler(IFileKeeper keeper, IServedOrganization served, TimeProvider time) : IRequestHandler<SweepFiles, SweptFiles>
    {
        public async Task<SweptFiles> Handle(SweepFiles request, CancellationToken cancellationToken) =>
            await keeper.SweepAsync(await served.GetAsync(cancellationToken), time.GetUtcNow() - StoredFile.Waiting, cancellationToken);
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "sweepFiles";

        public JobSchedule Schedule => JobSchedule.Every(TimeSpan.FromHours(1));

        public async Task<string?> RunAsync(CancellationToken ct)
        {
            var swept = await mediator.Send(new SweepFiles(), ct);
            return string.Create(CultureInfo.InvariantCulture, $"uploads={swept.Uploads} files={swept.Files} contents={swept.Contents}");
        }
    }
}
