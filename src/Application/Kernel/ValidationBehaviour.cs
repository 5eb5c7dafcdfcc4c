using FluentValidation;
using MediatR;

namespace ClientChats.Application.Kernel;

/// <summary>Judges a request by its validators, one after the other, before it is handled.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var verdict = await validator.ValidateAsync(request, cancellationToken);
            if (!verdict.IsValid) throw new ValidationException(verdict.Errors);
        }

        return await next();
    }
}
