using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Kernel;
using FluentValidation;

namespace ClientChats.Application.Channels;

/// <summary>Replaces a channel's description, unless somebody else has changed it since it was read.</summary>
public sealed record DescribeChannel(Guid ChannelId, int? ExpectedVersion, ChannelDescription Description) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<DescribeChannel>
    {
        public Validator() => RuleFor(x => x.Description).SetValidator(new DescriptionValidator()).OverridePropertyName("");
    }

    internal sealed class Handler(ChannelAccess access) : ICommandHandler<DescribeChannel>
    {
        public async Task Handle(DescribeChannel command, CancellationToken ct)
        {
            var (channel, conversation, by) = await access.OpenAsync(command.ChannelId, ct);
            Channel.MayDescribe(conversation, by);
            Refuse.If(command.ExpectedVersion is { } expected && expected != channel.DescriptionVersion, SessionRefusals.Stale);
            if (channel.Describe(command.Description, conversation)) conversation.Changed();
        }
    }
}

/// <summary>How long the parts of a description may be.</summary>
internal sealed class DescriptionValidator : AbstractValidator<ChannelDescription>
{
    public DescriptionValidator()
    {
        RuleFor(x => x.Work).MaximumLength(ChannelDescription.MaxWorkLength);
        RuleFor(x => x.Summary).MaximumLength(ChannelDescription.MaxSummaryLength);
        RuleFor(x => x.Text).MaximumLength(ChannelDescription.MaxTextLength);
        RuleFor(x => x.EndsOn).Must((description, endsOn) => !(endsOn < description.StartsOn)).Says(ChannelRefusals.EndsBeforeStart);
    }
}
