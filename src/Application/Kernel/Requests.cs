using MediatR;

namespace ClientChats.Application.Kernel;

/// <summary>Marks a request that changes something: it runs in one transaction and is saved once, at its end.</summary>
public interface IWrites;

/// <summary>Marks a write that changes facts of visibility. Such writes take their turn within an organization.</summary>
public interface IChangesVisibility : IWrites;

public interface ICommand : IRequest, IWrites;

public interface ICommand<out TResult> : IRequest<TResult>, IWrites;

public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>For whom a request is. Every request names exactly one.</summary>
public interface IHasAudience;

/// <summary>For anybody, signed in or not.</summary>
public interface IForAnyone : IHasAudience;

/// <summary>For every active member, guests included.</summary>
public interface IForMembers : IHasAudience;

/// <summary>For employees of any role.</summary>
public interface IForEmployees : IHasAudience;

/// <summary>For owners and admins.</summary>
public interface IForAdministrators : IHasAudience;

/// <summary>For the system itself: a job or a loop, never a person.</summary>
public interface IForSystem : IHasAudience;

public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Unit> where TCommand : ICommand
{
    new Task Handle(TCommand command, CancellationToken ct);

    async Task<Unit> IRequestHandler<TCommand, Unit>.Handle(TCommand request, CancellationToken cancellationToken)
    {
        await Handle(request, cancellationToken);
        return Unit.Value;
    }
}

public interface ICommandHandler<in TCommand, TResult> : IRequestHandler<TCommand, TResult> where TCommand : ICommand<TResult>;

public interface IQueryHandler<in TQuery, TResult> : IRequestHandler<TQuery, TResult> where TQuery : IQuery<TResult>;
