using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Application.Kernel;

/// <summary>Asks for whom a request is before anything else happens.</summary>
internal sealed class AudienceBehaviour<TRequest, TResponse>(IViewerContext current) : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        switch (request)
        {
            case IForAdministrators:
                Refuse.Unless(current.Viewer.IsAdministrator, MemberRefusals.MayNotManage);
                break;
            case IForEmployees:
                Refuse.Unless(current.Viewer.IsEmployee, MemberRefusals.EmployeesOnly);
                break;
            case IForMembers:
                _ = current.Viewer;
                break;
        }

        return next();
    }
}
