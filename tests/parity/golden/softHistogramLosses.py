"""Writes softHistogramLosses.json from the published formulas, with automatic differentiation in float64 (PyTorch 1.13)."""
import torch, json
torch.set_default_dtype(torch.float64)
def kern(name,x,r):
    a=x.abs()/r
    if name=='xu': v=torch.where(a<.5,1-.1*a-1.8*a*a,1.9-3.7*a+1.8*a*a); return torch.where(a<=1,v,torch.zeros_like(v))
    if name=='rectangular': return (a<=1).to(x)+0*x
    v=torch.exp(-.5*(x/r)**2)/(r*(2*torch.pi)**.5); return torch.where(a<=1,v,torch.zeros_like(v))
def norm(s,m,nb):
    lo=s[m].min(); hi=s[m].max()
    return (s-lo)/(hi-lo)*nb
def loss(x,y,mx,my,name,nb,r,eps,normalized):
    s,t=norm(x,mx,nb),norm(y,my,nb); both=(mx&my).to(x)
    c=torch.arange(nb).to(x)
    K=kern(name,s[:,None]-c,r)*both[:,None]; L=kern(name,t[:,None]-c,r)
    P=(K.t()@L).clamp(eps); P=P/P.sum()
    H=lambda p:-(p*p.log()).sum()
    hx,hy,h=H(P.sum(1)),H(P.sum(0)),H(P)
    return -(hx+hy)/h if normalized else h-hx-hy
def monai(x,y,kt,nb,sr=.5,nr=1e-7,dr=1e-7):
    c=torch.linspace(0,1,nb)
    if kt=='gaussian':
        sg=(c[1:]-c[:-1]).mean()*sr
        def w(z):
            v=torch.exp(-(z.clamp(0,1)[:,None]-c)**2/(2*sg**2)); return v/v.sum(1,keepdim=True)
        a,b=w(x),w(y)
    else:
        def t(z):
            bs=(z.max()-z.min())/(nb-4); q=z/bs-(z.min()/bs-2)
            q=torch.clamp(q,2,nb-3); return (torch.arange(nb)-q[:,None]).abs()
        d=t(x); a=(4-6*d**2+3*d**3)*(d<1)/6+(2-d)**3*((d>=1)&(d<2))/6; a=a/a.sum(1,keepdim=True)
        d=t(y); b=(d<.5).to(x)+(d==.5)*.5; b=b/b.sum(1,keepdim=True)
    P=a.t()@b/len(x); Q=a.mean(0)[:,None]*b.mean(0)
    return -(P*torch.log((P+nr)/(Q+dr)+dr)).sum()
g=torch.Generator().manual_seed(3)
n=24
x=(torch.rand(n,generator=g)*4096).round()/4096; y=((.6*x+.4*torch.rand(n,generator=g))*4096).round()/4096
mx=torch.rand(n,generator=g)>.2; my=torch.rand(n,generator=g)>.2
cases=[]
for name,key in (('xu','xu'),('rectangular','rectangular'),('truncated_gaussian','truncatedGaussian')):
  for r in (.75,1.,2.5):
    for normalized in (False,True):
      a=x.clone().requires_grad_(); b=y.clone().requires_grad_()
      v=loss(a,b,mx,my,name,7,r,2**-52,normalized); v.backward()
      cases.append(dict(kernelFunction=key,windowRadius=r,numBins=7,normalized=normalized,loss=v.item(),byInput=a.grad.tolist(),byTarget=b.grad.tolist()))
ms=[]
for kt in ('gaussian','b-spline'):
  for nb in (1,2,3,4,5):
      a=x.clone().requires_grad_(); b=y.clone().requires_grad_()
      v=monai(a,b,kt,nb)
      if torch.isnan(v): continue
      v.backward(); z=lambda q: torch.nan_to_num(q.grad).tolist() if q.grad is not None else [0.]*n
      ms.append(dict(kernelType=kt,numBins=nb,loss=v.item(),byPred=z(a),byTarget=z(b)))
json.dump(dict(description='Made with PyTorch in float64 from the published formulas: Kornia\'s losses with separate masks (each signal is scaled over its own mask, a pair counts where both are true, eps 2^-52), and MONAI\'s loss with few bins (1 bin, and 2 with the B-spline, are NaN there and left out; NaN gradients are 0).',input=x.tolist(),target=y.tolist(),inputMask=mx.tolist(),targetMask=my.tolist(),kornia=cases,monai=ms),open('tests/parity/golden/softHistogramLosses.json', 'w'), allow_nan=False)
